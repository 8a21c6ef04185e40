package dev.mainstay.observability.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.mainstay.observability.masking.MaskingEngine;

/**
 * The fields that every line has.
 */
final class CoreFields implements LineField {

	private static final int MESSAGE_SHARE = 4;

	private static final int NAME_SHARE = 16;

	private final Timestamps timestamps = new Timestamps();

	private final MaskingEngine masking;

	private final MessageText message;

	CoreFields(MaskingEngine masking, StructuredArguments arguments) {
		this.masking = masking;
		this.message = new MessageText(masking, arguments);
	}

	@Override
	public void write(Line line, ILoggingEvent event) {
		String message = this.message.of(event);
		line.text(LogFields.TIMESTAMP, this.timestamps.format(event.getTimeStamp()), 1);
		line.text(LogFields.LEVEL, String.valueOf(event.getLevel()), 1);
		line.text(LogFields.MESSAGE, message, MESSAGE_SHARE);
		line.text(LogFields.LOGGER_NAME, String.valueOf(event.getLoggerName()), NAME_SHARE);
		line.text(LogFields.THREAD_NAME, this.masking.mask(String.valueOf(event.getThreadName())), NAME_SHARE);
	}

}
