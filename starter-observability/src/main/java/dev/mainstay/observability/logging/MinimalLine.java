package dev.mainstay.observability.logging;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.core.request.RequestIds;
import dev.mainstay.observability.masking.MaskingEngine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line of an event that cannot be encoded: its core fields and ids, of those that can
 * be had.
 */
final class MinimalLine {

	static final String TAG = "log-encode-failed";

	/**
	 * So many bytes of the message, whatever is allowed: there are no other long fields.
	 */
	private static final int MAX_MESSAGE = 2048;

	private static final int MAX_NAME = 128;

	private final JsonMapper mapper = JsonMapper.shared();

	private final Timestamps timestamps = new Timestamps();

	private final MaskingEngine masking;

	private final MessageText message;

	MinimalLine(MaskingEngine masking) {
		this.masking = masking;
		this.message = new MessageText(masking, new StructuredArguments(new SafeValues(masking)));
	}

	byte[] encode(ILoggingEvent event) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put(LogFields.TIMESTAMP, this.timestamps.format(event.getTimeStamp()));
		fields.put(LogFields.LEVEL, String.valueOf(event.getLevel()));
		fields.put(LogFields.MESSAGE, message(event));
		fields.put(LogFields.LOGGER_NAME, shortened(WellFormed.of(String.valueOf(event.getLoggerName())), MAX_NAME));
		fields.put(LogFields.THREAD_NAME, shortened(masked(String.valueOf(event.getThreadName())), MAX_NAME));
		putId(fields, LogFields.TRACE_ID, () -> event.getMDCPropertyMap().get(MdcFields.TRACE_ID_KEY));
		putId(fields, LogFields.SPAN_ID, () -> event.getMDCPropertyMap().get(MdcFields.SPAN_ID_KEY));
		putId(fields, LogFields.REQUEST_ID, () -> event.getMDCPropertyMap().get(RequestIds.MDC_KEY));
		fields.put(LogFields.TAGS, List.of(TAG));
		fields.put(LogFields.SCHEMA, LogFields.SCHEMA_VERSION);
		return (this.mapper.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8);
	}

	private String message(ILoggingEvent event) {
		String message = attempt(() -> this.message.of(event));
		return shortened((message != null) ? WellFormed.of(message) : masked(String.valueOf(event.getMessage())),
				MAX_MESSAGE);
	}

	private static String shortened(String text, int bytes) {
		return JsonText.fits(text, bytes) ? text : JsonText.cut(text, bytes);
	}

	private String masked(String text) {
		return WellFormed.of(this.masking.mask(text));
	}

	private void putId(Map<String, Object> fields, String field, Supplier<@Nullable String> source) {
		String id = attempt(source);
		if (id != null && !id.isEmpty()) {
			fields.put(field, shortened(masked(id), MAX_NAME));
		}
	}

	private static @Nullable String attempt(Supplier<@Nullable String> source) {
		try {
			return source.get();
		}
		catch (Throwable ex) {
			return null;
		}
	}

}
