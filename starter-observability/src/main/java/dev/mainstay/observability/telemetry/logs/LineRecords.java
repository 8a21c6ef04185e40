package dev.mainstay.observability.telemetry.logs;

import java.util.List;
import java.util.Set;

import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of lines by the names that OpenTelemetry has for them. What the
 * application calls the same keeps its value under {@code attributes.}. Reads a line as
 * it comes, without a tree of it. Thread-safe.
 */
final class LineRecords {

	private static final Set<String> OURS = Set.of("thread.name", "request_id", "exception.stacktrace",
			"exception.type", "stack_hash", "tags");

	private final RecordKeys fields = new RecordKeys((name) -> switch (name) {
		case "thread_name" -> "thread.name";
		case "stack_trace" -> "exception.stacktrace";
		default -> name;
	});

	private final RecordKeys context = new RecordKeys((name) -> "context." + name);

	private final RecordKeys attributes = new RecordKeys((name) -> isOurs(name) ? "attributes." + name : name);

	private static boolean isOurs(String key) {
		return OURS.contains(key) || key.startsWith("context.");
	}

	/** The keys of a field by the object of the line that it is in. */
	RecordKeys.Keys keys(String object, String name) {
		return switch (object) {
			case "context" -> this.context.of(name);
			case "attributes" -> this.attributes.of(name);
			default -> this.fields.of(name);
		};
	}

	/** Whether a field of the line itself is an attribute. */
	static boolean isRecorded(String name) {
		return switch (name) {
			case "thread_name", "request_id", "stack_trace", "stack_hash", "tags" -> true;
			default -> false;
		};
	}

	/**
	 * Read a line.
	 * @param line in front of its first token
	 * @param record takes the fields
	 */
	void read(JsonParser line, LogRecordBuilder record) {
		String traceId = "";
		String spanId = "";
		line.nextToken();
		for (String name = line.nextName(); name != null; name = line.nextName()) {
			JsonToken value = line.nextToken();
			switch (name) {
				case "message" -> record.setBody(line.getString());
				case "trace_id" -> traceId = line.getString();
				case "span_id" -> spanId = line.getString();
				case "context" -> addAll(this.context, line, record);
				case "attributes" -> addAll(this.attributes, line, record);
				default -> {
					if (isRecorded(name)) {
						add(this.fields.of(name), value, line, record);
					}
					else {
						line.skipChildren();
					}
				}
			}
		}
		record.setContext(context(traceId, spanId));
	}

	/**
	 * That of the ids in the line, not that of the thread: a line is about a request that
	 * may have ended on another.
	 */
	static Context context(String traceId, String spanId) {
		if (!TraceId.isValid(traceId)) {
			return Context.root();
		}
		SpanContext current = Span.current().getSpanContext();
		if (current.getTraceId().equals(traceId) && current.getSpanId().equals(spanId)) {
			return Context.current();
		}
		return Context.root()
			.with(Span.wrap(SpanContext.create(traceId, SpanId.isValid(spanId) ? spanId : "0000000000000001",
					TraceFlags.getDefault(), TraceState.getDefault())));
	}

	private static void addAll(RecordKeys keys, JsonParser line, LogRecordBuilder record) {
		for (String name = line.nextName(); name != null; name = line.nextName()) {
			add(keys.of(name), line.nextToken(), line, record);
		}
	}

	private static void add(RecordKeys.Keys keys, JsonToken value, JsonParser line, LogRecordBuilder record) {
		switch (value) {
			case VALUE_STRING -> record.setAttribute(keys.text(), line.getString());
			case VALUE_TRUE -> record.setAttribute(keys.flag(), true);
			case VALUE_FALSE -> record.setAttribute(keys.flag(), false);
			case VALUE_NUMBER_FLOAT -> record.setAttribute(keys.decimal(), line.getDoubleValue());
			case VALUE_NUMBER_INT -> addInteger(keys, line, record);
			case START_ARRAY, START_OBJECT -> addContainer(keys, line.readValueAsTree(), record);
			default -> {
				// Nothing is said of what is null.
			}
		}
	}

	private static void addInteger(RecordKeys.Keys keys, JsonParser line, LogRecordBuilder record) {
		if (line.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
			record.setAttribute(keys.decimal(), line.getDoubleValue());
		}
		else {
			record.setAttribute(keys.integer(), line.getLongValue());
		}
	}

	private static void addContainer(RecordKeys.Keys keys, JsonNode value, LogRecordBuilder record) {
		if (value.isArray() && value.valueStream().allMatch(JsonNode::isString)) {
			List<String> texts = value.valueStream().map(JsonNode::stringValue).toList();
			record.setAttribute(keys.texts(), texts);
		}
		else {
			record.setAttribute(keys.text(), value.toString());
		}
	}

}
