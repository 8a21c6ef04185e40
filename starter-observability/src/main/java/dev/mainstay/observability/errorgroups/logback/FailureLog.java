package dev.mainstay.observability.errorgroups.logback;

import java.time.Clock;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.mainstay.core.failure.logback.SharedTurboFilter;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.observability.errorgroups.ErrorGroups;
import dev.mainstay.observability.errorgroups.FlightRecorder;
import dev.mainstay.observability.logging.AfterReset;
import dev.mainstay.observability.logging.KeptMessages;
import dev.mainstay.observability.masking.MaskingEngine;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Listens to the log for as long as the application runs. The root logger has an appender
 * more for it, also in a configuration of Logback of the application's own.
 *
 * @since 0.1.0
 */
public final class FailureLog implements AutoCloseable {

	private final LoggerContext context;

	private final FailureAppender appender;

	private final @Nullable DebugFilter debug;

	private final AfterReset again = new AfterReset(this::attach);

	private FailureLog(LoggerContext context, FailureAppender appender, @Nullable DebugFilter debug) {
		this.context = context;
		this.appender = appender;
		this.debug = debug;
	}

	/**
	 * Begin to listen.
	 * @param groups is told of failures
	 * @param recorder keeps the events of requests
	 * @param settings what counts
	 * @param masker masks texts before they are cut
	 * @param masking knows what is secret in the arguments of an event
	 * @return what is to be closed at the end, {@code null} if the log is not Logback's
	 */
	public static @Nullable FailureLog listen(ErrorGroups groups, FlightRecorder recorder, FailureLogSettings settings,
			TextMasker masker, MaskingEngine masking) {
		if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
			return null;
		}
		List<String> debugLoggers = settings.debugLoggers();
		EventsOfRequests events = new EventsOfRequests(recorder, new KeptMessages(masking), masker, debugLoggers,
				Clock.systemUTC());
		FailureLog log = new FailureLog(context,
				new FailureAppender(groups, events, settings.warnings() ? Level.WARN : Level.ERROR),
				debugLoggers.isEmpty() ? null : new DebugFilter(events));
		log.attach();
		context.addListener(log.again);
		if (log.debug != null) {
			SharedTurboFilter.add(context, log.debug);
		}
		return log;
	}

	private void attach() {
		this.appender.setContext(this.context);
		this.appender.start();
		root().addAppender(this.appender);
	}

	private Logger root() {
		return this.context.getLogger(Logger.ROOT_LOGGER_NAME);
	}

	@Override
	public void close() {
		this.context.removeListener(this.again);
		root().detachAppender(this.appender);
		this.appender.stop();
		if (this.debug != null) {
			SharedTurboFilter.remove(this.context, this.debug);
		}
	}

}
