package dev.mainstay.observability.telemetry.logs;

import java.util.List;

import dev.mainstay.observability.logging.LineReader;
import io.opentelemetry.api.logs.LogRecordBuilder;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a record with what is in a line. For one line and thread.
 */
final class RecordFields implements LineReader {

	private final LineRecords records;

	private final LogRecordBuilder record;

	private String traceId = "";

	private String spanId = "";

	private boolean read;

	RecordFields(LineRecords records, LogRecordBuilder record) {
		this.records = records;
		this.record = record;
	}

	@Override
	public void field(String object, String name, Object value) {
		if (!object.isEmpty()) {
			add(this.records.keys(object, name), value);
			return;
		}
		switch (name) {
			case "message" -> this.record.setBody((String) value);
			case "trace_id" -> this.traceId = (String) value;
			case "span_id" -> this.spanId = (String) value;
			default -> {
				if (LineRecords.isRecorded(name)) {
					add(this.records.keys(object, name), value);
				}
			}
		}
	}

	private void add(RecordKeys.Keys keys, Object value) {
		if (value instanceof String text) {
			this.record.setAttribute(keys.text(), text);
		}
		else if (value instanceof Boolean flag) {
			this.record.setAttribute(keys.flag(), flag);
		}
		else if (value instanceof Double decimal) {
			this.record.setAttribute(keys.decimal(), decimal);
		}
		else if (value instanceof Number integer) {
			this.record.setAttribute(keys.integer(), integer.longValue());
		}
		else if (value instanceof List<?> texts) {
			this.record.setAttribute(keys.texts(), texts.stream().map(String::valueOf).toList());
		}
	}

	@Override
	public void line(byte[] line) {
		try (JsonParser parser = JsonMapper.shared().createParser(line)) {
			this.records.read(parser, this.record);
		}
		this.read = true;
	}

	/** When everything has been taken. */
	void end() {
		if (!this.read) {
			this.record.setContext(LineRecords.context(this.traceId, this.spanId));
		}
	}

}
