package dev.mainstay.observability.logging;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.core.request.RequestIds;
import dev.mainstay.observability.masking.MaskingEngine;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the request and the trace, and the rest of the MDC under a name of its own,
 * so that no key of the application can collide with a field of the line.
 */
final class MdcFields implements LineField {

	/** As Micrometer Tracing sets it. */
	static final String TRACE_ID_KEY = "traceId";

	/** As Micrometer Tracing sets it. */
	static final String SPAN_ID_KEY = "spanId";

	/** Of all entries together. */
	private static final int SHARE = 8;

	private static final int VALUE_SHARE = 16;

	private static final int ID_SHARE = 32;

	private final MaskingEngine masking;

	MdcFields(MaskingEngine masking) {
		this.masking = masking;
	}

	@Override
	public void write(Line line, ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (mdc == null || mdc.isEmpty()) {
			return;
		}
		String traceId = mdc.get(TRACE_ID_KEY);
		String spanId = mdc.get(SPAN_ID_KEY);
		String requestId = mdc.get(RequestIds.MDC_KEY);
		writeId(line, LogFields.TRACE_ID, traceId(traceId));
		writeId(line, LogFields.SPAN_ID, traceId(spanId));
		writeId(line, LogFields.REQUEST_ID, masked(requestId));
		// Mostly there is nothing else, and nothing to walk through.
		if (mdc.size() > count(traceId) + count(spanId) + count(requestId)) {
			writeContext(line, mdc);
		}
	}

	private static int count(@Nullable String id) {
		return (id != null) ? 1 : 0;
	}

	private void writeContext(Line line, Map<String, String> mdc) {
		int kept = line.begin(SHARE);
		boolean opened = false;
		for (Map.Entry<String, String> entry : mdc.entrySet()) {
			if (entry.getKey() != null && entry.getValue() != null && !isId(entry.getKey())) {
				opened = opened || open(line);
				line.text(entry.getKey(), this.masking.mask(entry.getKey(), entry.getValue()), VALUE_SHARE);
			}
		}
		if (opened) {
			line.generator().writeEndObject();
		}
		line.end(kept);
	}

	/** There is always room for this much, as the fields before it have shares. */
	private static boolean open(Line line) {
		line.takeName(LogFields.CONTEXT);
		line.generator().writeObjectPropertyStart(LogFields.CONTEXT);
		return true;
	}

	private static void writeId(Line line, String field, @Nullable String id) {
		if (id != null && !id.isEmpty()) {
			line.text(field, id, ID_SHARE);
		}
	}

	/** Sixteen digits of such an id may be those of a card by chance. */
	private @Nullable String traceId(@Nullable String id) {
		return (id != null && isHexadecimal(id)) ? id : masked(id);
	}

	private static boolean isHexadecimal(String id) {
		for (int i = 0; i < id.length(); i++) {
			if (Character.digit(id.charAt(i), 16) < 0) {
				return false;
			}
		}
		return id.length() == 16 || id.length() == 32;
	}

	private @Nullable String masked(@Nullable String id) {
		return (id != null) ? this.masking.mask(id) : null;
	}

	private static boolean isId(String key) {
		return key.equals(TRACE_ID_KEY) || key.equals(SPAN_ID_KEY) || key.equals(RequestIds.MDC_KEY);
	}

}
