package dev.mainstay.observability.logging;

import java.util.Map;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.core.request.RequestIds;
import org.jspecify.annotations.Nullable;

/**
 * What {@code %ids} is in a pattern with Mainstay's identity: those of the ids of the
 * request, the trace and the span that there are, as
 * {@code [request_id=... trace_id=... span_id=...] }. Called by Logback on the thread
 * that logs; thread-safe once it is started.
 *
 * @since 0.1.0
 */
public final class TextIdsConverter extends ClassicConverter {

	private TextParts parts = TextParts.NONE;

	@Override
	public void start() {
		this.parts = TextParts.of(getContext());
		super.start();
	}

	@Override
	public String convert(ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		if (mdc == null || mdc.isEmpty()) {
			return "";
		}
		StringBuilder ids = new StringBuilder();
		append(ids, LogFields.REQUEST_ID, mdc.get(RequestIds.MDC_KEY));
		append(ids, LogFields.TRACE_ID, mdc.get(MdcFields.TRACE_ID_KEY));
		append(ids, LogFields.SPAN_ID, mdc.get(MdcFields.SPAN_ID_KEY));
		return ids.isEmpty() ? "" : "[" + ids + "] ";
	}

	private void append(StringBuilder ids, String name, @Nullable String id) {
		if (id != null && !id.isEmpty()) {
			ids.append(ids.isEmpty() ? "" : " ").append(name).append('=').append(this.parts.text(id));
		}
	}

}
