package dev.mainstay.observability.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * What {@code %m} is in a pattern with Mainstay's masking: the message, masked and on one
 * line. Called by Logback on the thread that logs; thread-safe once it is started.
 *
 * @since 0.1.0
 */
public final class TextMessageConverter extends ClassicConverter {

	private TextParts parts = TextParts.NONE;

	@Override
	public void start() {
		this.parts = TextParts.of(getContext());
		super.start();
	}

	@Override
	public String convert(ILoggingEvent event) {
		return this.parts.message(event);
	}

}
