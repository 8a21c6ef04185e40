package dev.mainstay.observability.logging;

import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import tools.jackson.core.JsonGenerator;

/**
 * All fields of a line, and at its end whether something of them is missing.
 */
final class LineFields {

	private final LineField[] fields;

	private final int maxBytes;

	LineFields(List<LineField> fields, int maxBytes) {
		this.fields = fields.toArray(LineField[]::new);
		this.maxBytes = maxBytes;
	}

	void write(JsonGenerator generator, ILoggingEvent event) {
		Line line = new Line(generator, this.maxBytes);
		for (LineField field : this.fields) {
			field.write(line, event);
		}
		if (line.isTruncated()) {
			generator.writeBooleanProperty(LogFields.TRUNCATED, true);
		}
		if (line.isTruncatedForTheFirstTime()) {
			LineCounters.truncated();
		}
		generator.writeStringProperty(LogFields.SCHEMA, LogFields.SCHEMA_VERSION);
	}

}
