package dev.mainstay.observability.logging;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.core.request.RequestIds;
import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.composite.AbstractJsonProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The ids of the request and the trace, and the rest of the MDC under a name of its own,
 * so that no key of the application can collide with a field of the line.
 */
final class MdcFields extends AbstractJsonProvider<ILoggingEvent> {

	/** As Micrometer Tracing sets it. */
	static final String TRACE_ID_KEY = "traceId";

	/** As Micrometer Tracing sets it. */
	static final String SPAN_ID_KEY = "spanId";

	private final MaskingEngine masking;

	MdcFields(MaskingEngine masking) {
		this.masking = masking;
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (mdc == null || mdc.isEmpty()) {
			return;
		}
		writeId(generator, LogFields.TRACE_ID, traceId(mdc.get(TRACE_ID_KEY)));
		writeId(generator, LogFields.SPAN_ID, traceId(mdc.get(SPAN_ID_KEY)));
		writeId(generator, LogFields.REQUEST_ID, masked(mdc.get(RequestIds.MDC_KEY)));
		boolean opened = false;
		for (Map.Entry<String, String> entry : mdc.entrySet()) {
			if (entry.getKey() != null && entry.getValue() != null && !isId(entry.getKey())) {
				opened = opened || open(generator);
				generator.writeStringProperty(entry.getKey(), this.masking.mask(entry.getKey(), entry.getValue()));
			}
		}
		if (opened) {
			generator.writeEndObject();
		}
	}

	private static boolean open(JsonGenerator generator) {
		generator.writeObjectPropertyStart(LogFields.CONTEXT);
		return true;
	}

	private static void writeId(JsonGenerator generator, String field, @Nullable String id) {
		if (id != null && !id.isEmpty()) {
			generator.writeStringProperty(field, id);
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
