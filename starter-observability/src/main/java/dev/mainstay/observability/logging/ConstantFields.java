package dev.mainstay.observability.logging;

import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Fields that are the same in every line.
 */
final class ConstantFields implements LineField {

	private static final int SHARE = 16;

	/** Each name with its value behind it. */
	private final String[] fields;

	ConstantFields(Map<String, String> fields) {
		this.fields = fields.entrySet()
			.stream()
			.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
			.toArray(String[]::new);
	}

	@Override
	public void write(Line line, ILoggingEvent event) {
		for (int i = 0; i < this.fields.length; i += 2) {
			line.text(this.fields[i], this.fields[i + 1], SHARE);
		}
	}

}
