package dev.mainstay.observability.errorgroups.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.mainstay.core.request.CurrentRequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps what some loggers would log at {@code DEBUG} if that were enabled, and lets
 * nothing of it through. What the application asks {@code isDebugEnabled} for is not
 * seen, as the answer stays no. Called for everything that is about to be logged, at any
 * level. Thread-safe; never throws.
 */
final class DebugFilter extends TurboFilter {

	private final EventsOfRequests events;

	DebugFilter(EventsOfRequests events) {
		this.events = events;
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable failure) {
		if (level == Level.DEBUG && format != null && logger.getEffectiveLevel().isGreaterOrEqual(Level.INFO)
				&& this.events.isListed(logger.getName())) {
			keep(logger, format, params, failure);
		}
		return FilterReply.NEUTRAL;
	}

	private void keep(Logger logger, String format, Object @Nullable [] params, @Nullable Throwable failure) {
		try {
			String requestId = CurrentRequestId.get();
			if (requestId != null) {
				this.events.addDebug(requestId, logger.getName(), format, params, failure);
			}
		}
		catch (RuntimeException | StackOverflowError ex) {
			addWarn("An event at DEBUG cannot be kept for error groups", ex);
		}
	}

}
