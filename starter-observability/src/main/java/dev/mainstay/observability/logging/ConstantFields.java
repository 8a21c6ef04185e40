package dev.mainstay.observability.logging;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Fields that are the same in every line.
 */
final class ConstantFields implements LineField {

	private static final int SHARE = 16;

	private final Map<String, String> fields;

	ConstantFields(Map<String, String> fields) {
		this.fields = fields;
	}

	@Override
	public void write(Line line, ILoggingEvent event) {
		this.fields.forEach((name, value) -> line.text(name, value, SHARE));
	}

}
