package dev.mainstay.core.failure.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.mainstay.core.failure.ReportedFailures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Drops the line that Tomcat writes for a failure that was reported already. Anything
 * else passes, and so does a failure that nobody reported. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RepeatedFailureFilter extends TurboFilter {

	private static final String CONTAINER = "org.apache.catalina.core.ContainerBase";

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
		boolean repeated = failure != null && logger.getName().startsWith(CONTAINER) && this.reported.contains(failure);
		return repeated ? FilterReply.DENY : FilterReply.NEUTRAL;
	}

}
