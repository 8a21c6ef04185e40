package dev.mainstay.observability.logging.delivery;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * What became of the events of one fingerprint since the first of them. Thread-safe.
 */
final class StormWindow {

	enum Verdict {

		PASS, FIRST_SUPPRESSED, SUPPRESSED, CLOSED

	}

	private final String loggerName;

	private final Level level;

	private long end;

	private int passed;

	private long suppressed;

	private @Nullable String message;

	private boolean closed;

	StormWindow(ILoggingEvent first, long end) {
		this.loggerName = first.getLoggerName();
		this.level = first.getLevel();
		this.end = end;
	}

	/** Once there is something to tell it stays until somebody has told it. */
	synchronized Verdict admit(ILoggingEvent event, long now, StormLimit limit) {
		if (this.closed) {
			return Verdict.CLOSED;
		}
		if (now - this.end >= 0 && this.suppressed == 0) {
			this.end = now + limit.window().toNanos();
			this.passed = 0;
		}
		if (this.passed < limit.burst()) {
			this.passed++;
			return Verdict.PASS;
		}
		this.suppressed++;
		if (this.suppressed > 1) {
			return Verdict.SUPPRESSED;
		}
		this.message = event.getFormattedMessage();
		return Verdict.FIRST_SUPPRESSED;
	}

	/** How long it still lasts, in nanoseconds. */
	synchronized long remaining(long now) {
		return Math.max(0, this.end - now);
	}

	/** Whether it was over with nothing to tell, and is now closed. */
	synchronized boolean closeIfIdle(long now) {
		this.closed = this.closed || (now - this.end >= 0 && this.suppressed == 0);
		return this.closed;
	}

	/** No event is counted from now on; {@code null} if there is nothing to tell. */
	synchronized @Nullable SummaryEvent close(StormLimit limit) {
		boolean silent = this.closed || this.suppressed == 0;
		this.closed = true;
		return silent ? null : SummaryEvent.ofStorm(this.loggerName, this.level, String.valueOf(this.message),
				this.suppressed, limit.window());
	}

}
