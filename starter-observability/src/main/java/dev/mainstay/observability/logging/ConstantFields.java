package dev.mainstay.observability.logging;

import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * Fields that are the same in every line.
 */
final class ConstantFields extends AbstractJsonProvider<ILoggingEvent> {

	private final Map<String, String> fields;

	ConstantFields(Map<String, String> fields) {
		this.fields = fields;
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		this.fields.forEach(generator::writeStringProperty);
	}

}
