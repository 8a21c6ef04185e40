package dev.mainstay.observability.tracing.background;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.spi.LocationAwareLogger;

/**
 * Knows the lines in which Spring logs that work in the background failed, where the
 * application has no handler of its own. That of a scheduled task comes when the ids are
 * gone: it is logged again, as it is, with them, and the first one dropped. Called for
 * everything that is about to be logged, at any level. Thread-safe; never throws.
 */
final class DefaultFailureLines extends TurboFilter {

	private static final String SCHEDULED = "org.springframework.scheduling.support.TaskUtils$LoggingErrorHandler";

	private static final String ASYNC = "org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler";

	private static final String CALLER = DefaultFailureLines.class.getName();

	private final BackgroundFailures failures;

	DefaultFailureLines(BackgroundFailures failures) {
		this.failures = failures;
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable failure) {
		if (level != Level.ERROR || failure == null) {
			return FilterReply.NEUTRAL;
		}
		try {
			if (ASYNC.equals(logger.getName())) {
				this.failures.onAsyncFailure(failure);
			}
			else if (SCHEDULED.equals(logger.getName()) && this.failures.onScheduledFailure(failure,
					() -> logger.log(marker, CALLER, LocationAwareLogger.ERROR_INT, format, params, failure))) {
				return FilterReply.DENY;
			}
		}
		catch (RuntimeException | Error ex) {
			// A line without ids is better than none.
		}
		return FilterReply.NEUTRAL;
	}

}
