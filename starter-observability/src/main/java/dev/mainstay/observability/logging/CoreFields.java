package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.observability.masking.MaskingEngine;
import net.logstash.logback.composite.AbstractJsonProvider;
import tools.jackson.core.JsonGenerator;

/**
 * The fields that every line has.
 */
final class CoreFields extends AbstractJsonProvider<ILoggingEvent> {

	private final Timestamps timestamps = new Timestamps();

	private final MaskingEngine masking;

	private final MessageText message;

	CoreFields(MaskingEngine masking, StructuredArguments arguments) {
		this.masking = masking;
		this.message = new MessageText(masking, arguments);
	}

	@Override
	public void writeTo(JsonGenerator generator, ILoggingEvent event) {
		String message = this.message.of(event);
		generator.writeStringProperty(LogFields.TIMESTAMP, this.timestamps.format(event.getTimeStamp()));
		generator.writeStringProperty(LogFields.LEVEL, String.valueOf(event.getLevel()));
		generator.writeStringProperty(LogFields.MESSAGE, message);
		generator.writeStringProperty(LogFields.LOGGER_NAME, String.valueOf(event.getLoggerName()));
		generator.writeStringProperty(LogFields.THREAD_NAME, this.masking.mask(String.valueOf(event.getThreadName())));
	}

}
