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
		writeId(generator, LogFields.TRACE_ID, mdc.get(TRACE_ID_KEY));
		writeId(generator, LogFields.SPAN_ID, mdc.get(SPAN_ID_KEY));
		writeId(generator, LogFields.REQUEST_ID, mdc.get(RequestIds.MDC_KEY));
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

	private void writeId(JsonGenerator generator, String field, @Nullable String id) {
		if (id != null && !id.isEmpty()) {
			generator.writeStringProperty(field, this.masking.mask(id));
		}
	}

	private static boolean isId(String key) {
		return key.equals(TRACE_ID_KEY) || key.equals(SPAN_ID_KEY) || key.equals(RequestIds.MDC_KEY);
	}

}
