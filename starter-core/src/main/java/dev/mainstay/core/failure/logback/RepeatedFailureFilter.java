package dev.mainstay.core.failure.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.mainstay.core.failure.ReportedFailures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Drops the lines in which the server repeats a failure that was just reported. Anything
 * else passes, and so does a failure that nobody reported. Called for everything that is
 * about to be logged, at any level. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
public final class RepeatedFailureFilter extends TurboFilter {

	private final ReportedFailures reported;

	/**
	 * Create the filter.
	 * @param reported what was reported
	 */
	public RepeatedFailureFilter(ReportedFailures reported) {
		this.reported = reported;
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable failure) {
		boolean line = level == Level.ERROR && (failure != null || format != null);
		return (line && isRepetition(logger.getName(), format, failure)) ? FilterReply.DENY : FilterReply.NEUTRAL;
	}

	private boolean isRepetition(String logger, @Nullable String message, @Nullable Throwable failure) {
		try {
			return this.reported.isRepetition(logger, message, failure);
		}
		catch (RuntimeException | Error ex) {
			// The text of a failure is the application's own code.
			return false;
		}
	}

}
