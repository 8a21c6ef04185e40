package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Sets the filters of delivery on appenders and empties what they hold back. Called when
 * logging has been initialised and when the application or the process ends; thread-safe.
 *
 * @since 0.1.0
 */
public final class LogDelivery {

	/** A pipe that nobody reads must not hold up the end of a process. */
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final List<StormFilter> STORMS = new CopyOnWriteArrayList<>();

	private static final List<HandOffFilter> HAND_OFFS = new CopyOnWriteArrayList<>();

	private LogDelivery() {
	}

	/**
	 * Cut storms short in the appenders of the root logger.
	 * @param context the context of Logback
	 * @param which tells the appenders that are meant
	 * @param burst how many events of a fingerprint are written in each window
	 * @param window how long a window lasts
	 */
	public static void suppressStorms(LoggerContext context, Predicate<Appender<ILoggingEvent>> which, int burst,
			Duration window) {
		StormLimit limit = new StormLimit(burst, window);
		appenders(context, which, StormFilter.class)
			.forEach((appender) -> add(appender, new StormFilter(appender, limit)));
	}

	/**
	 * Hand the lines of the appenders of the root logger to threads of their own.
	 * @param context the context of Logback
	 * @param which tells the appenders that are meant
	 * @param lines how many lines may wait for each of them
	 * @param bytes how many bytes these may take together
	 */
	public static void handOff(LoggerContext context, Predicate<Appender<ILoggingEvent>> which, int lines, long bytes) {
		HandOffLimit limit = new HandOffLimit(lines, bytes);
		appenders(context, which, HandOffFilter.class).filter(OutputStreamAppender.class::isInstance)
			.forEach((appender) -> add(appender, new HandOffFilter(appender, limit)));
	}

	private static Stream<Appender<ILoggingEvent>> appenders(LoggerContext context,
			Predicate<Appender<ILoggingEvent>> which, Class<? extends Filter<ILoggingEvent>> filter) {
		return Appenders.attachedTo(context.getLogger(Logger.ROOT_LOGGER_NAME))
			.filter(which)
			.filter((appender) -> appender.getCopyOfAttachedFiltersList().stream().noneMatch(filter::isInstance));
	}

	private static void add(Appender<ILoggingEvent> appender, Filter<ILoggingEvent> filter) {
		filter.setContext(appender.getContext());
		filter.start();
		appender.addFilter(filter);
		DeliveryCounts.watch(appender.getName());
	}

	static void add(StormFilter filter) {
		STORMS.removeIf((other) -> isGone(other.getContext(), other.appender()));
		STORMS.add(filter);
	}

	static void add(HandOffFilter filter) {
		HAND_OFFS.removeIf((other) -> !other.isStarted());
		HAND_OFFS.add(filter);
	}

	/**
	 * Whether a filter of delivery is on any appender, be it one of a file of the
	 * application.
	 * @return whether there is something that may be held back
	 */
	public static boolean isInUse() {
		STORMS.forEach(StormFilter::appender);
		return !STORMS.isEmpty() || !HAND_OFFS.isEmpty();
	}

	private static boolean isGone(@Nullable Context context, @Nullable Appender<ILoggingEvent> appender) {
		return context == null || (appender != null && !appender.isStarted());
	}

	/**
	 * Write all counts and lines that are held back, for at most a few seconds. Called
	 * when an application context is closed.
	 */
	public static void flush() {
		STORMS.forEach(StormFilter::flush);
		HAND_OFFS.forEach((filter) -> filter.flush(PATIENCE));
	}

	/**
	 * Write all counts and lines that are held back, for at most a few seconds, and
	 * whatever is logged from now on at once; count as dropped what could not be written.
	 * Called when the process ends.
	 */
	public static void close() {
		STORMS.forEach(StormFilter::flush);
		HAND_OFFS.forEach((filter) -> filter.close(PATIENCE));
		HAND_OFFS.clear();
	}

}
