package dev.mainstay.core.failure.logback;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * The one filter that Logback has of all that look for something in what is about to be
 * logged, in this application and in others of the process: with a second filter it makes
 * an iterator for each line that might be logged. Is there again after the configuration
 * was taken away to be read anew, and gone with the last part. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SharedTurboFilter extends TurboFilter implements LoggerContextListener {

	private static final TurboFilter[] NONE = {};

	/** An array that is never written to, because it is read for each line. */
	private volatile TurboFilter[] parts = NONE;

	private SharedTurboFilter() {
	}

	/**
	 * Ask a part from now on, after those that were added before. Each part has to be
	 * removed when its application ends.
	 * @param context the logging of the process
	 * @param part decides about lines as if it were a filter of Logback's, and must not
	 * throw
	 */
	public static synchronized void add(LoggerContext context, TurboFilter part) {
		SharedTurboFilter known = find(context);
		SharedTurboFilter shared = (known != null) ? known : new SharedTurboFilter();
		part.setContext(context);
		part.start();
		TurboFilter[] parts = Arrays.copyOf(shared.parts, shared.parts.length + 1);
		parts[parts.length - 1] = part;
		shared.parts = parts;
		shared.setContext(context);
		// First, as a reset in between would take the filter away for good.
		if (!context.getCopyOfListenerList().contains(shared)) {
			context.addListener(shared);
		}
		shared.onReset(context);
	}

	/**
	 * Ask a part no more. One that is not there is none to be removed.
	 * @param context the logging of the process
	 * @param part the part
	 */
	public static synchronized void remove(LoggerContext context, TurboFilter part) {
		SharedTurboFilter shared = find(context);
		if (shared == null) {
			return;
		}
		shared.parts = Arrays.stream(shared.parts).filter((each) -> each != part).toArray(TurboFilter[]::new);
		if (shared.parts.length == 0) {
			context.removeListener(shared);
			context.getTurboFilterList().remove(shared);
		}
	}

	/**
	 * The parts that are asked.
	 * @param context the logging of the process
	 * @return the parts in the order in which they are asked, none if Logback does not
	 * ask
	 */
	public static List<TurboFilter> parts(LoggerContext context) {
		SharedTurboFilter shared = find(context);
		return (shared != null && context.getTurboFilterList().contains(shared)) ? List.of(shared.parts) : List.of();
	}

	/** Among the listeners, which a reset leaves, or the filters, which a stop leaves. */
	private static @Nullable SharedTurboFilter find(LoggerContext context) {
		return Stream.concat(context.getCopyOfListenerList().stream(), context.getTurboFilterList().stream())
			.filter(SharedTurboFilter.class::isInstance)
			.map(SharedTurboFilter.class::cast)
			.findFirst()
			.orElse(null);
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
			Object @Nullable [] params, @Nullable Throwable failure) {
		for (TurboFilter part : this.parts) {
			FilterReply reply = part.decide(marker, logger, level, format, params, failure);
			if (reply != FilterReply.NEUTRAL) {
				return reply;
			}
		}
		return FilterReply.NEUTRAL;
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void onReset(LoggerContext context) {
		if (this.parts.length > 0) {
			start();
			context.getTurboFilterList().addIfAbsent(this);
		}
	}

	@Override
	public void onStart(LoggerContext context) {
		// It is there already.
	}

	@Override
	public void onStop(LoggerContext context) {
		// Nothing is held.
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
		// It does not matter here.
	}

}
