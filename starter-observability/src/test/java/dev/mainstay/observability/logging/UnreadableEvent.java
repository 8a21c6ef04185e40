package dev.mainstay.observability.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;

/**
 * An event whose parts fail, as one of a foreign kind may.
 */
final class UnreadableEvent extends LoggingEvent {

	UnreadableEvent() {
		setLevel(Level.ERROR);
		setLoggerName("a.b.C");
		setMessage("password=hunter2");
		setThreadName("main");
	}

	@Override
	public String getFormattedMessage() {
		throw new StackOverflowError();
	}

	@Override
	public java.util.Map<String, String> getMDCPropertyMap() {
		throw new IllegalStateException();
	}

}
