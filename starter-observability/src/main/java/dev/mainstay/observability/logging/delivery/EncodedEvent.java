package dev.mainstay.observability.logging.delivery;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;

/**
 * A line on its way to the thread that writes it. It is encoded before, so that nothing
 * the application logged is read later, when it may have changed.
 */
final class EncodedEvent extends LoggingEvent {

	/** What an event takes besides its line, roughly. */
	private static final int OVERHEAD = 256;

	private final byte[] line;

	private volatile boolean taken;

	EncodedEvent(ILoggingEvent event, byte[] line) {
		this.line = line;
		setLevel(event.getLevel());
		setLoggerName(event.getLoggerName());
		setThreadName(event.getThreadName());
		setTimeStamp(event.getTimeStamp());
		setMDCPropertyMap(Map.of());
	}

	/** For whoever writes it. */
	byte[] take() {
		this.taken = true;
		return this.line;
	}

	boolean isTaken() {
		return this.taken;
	}

	int size() {
		return this.line.length + OVERHEAD;
	}

	boolean isImportant() {
		return getLevel().isGreaterOrEqual(Level.WARN);
	}

	@Override
	public void prepareForDeferredProcessing() {
		// It is prepared.
	}

}
