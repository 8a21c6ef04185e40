package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Says how many lines are missing. Always let through.
 */
final class SummaryEvent extends LoggingEvent {

	static final String SUPPRESSED = "suppressed";

	static final String DROPPED = "dropped";

	/** Where lines that got lost on their way are told of. */
	private static final String LOGGER = "mainstay.logging";

	private static final int MAX_LENGTH = 500;

	private SummaryEvent(String loggerName, Level level, String message) {
		setLoggerName(loggerName);
		setLevel(level);
		setMessage(message);
		setInstant(Instant.now());
		setThreadName(Thread.currentThread().getName());
		setMDCPropertyMap(Map.of());
	}

	/** Patterns can have the properties of the context in them. */
	SummaryEvent within(@Nullable Context context) {
		if (context instanceof LoggerContext loggers) {
			setLoggerContextRemoteView(loggers.getLoggerContextRemoteView());
		}
		return this;
	}

	static SummaryEvent ofStorm(String loggerName, Level level, String message, long count, Duration window) {
		String example = (message.length() > MAX_LENGTH) ? message.substring(0, MAX_LENGTH) + "..." : message;
		SummaryEvent event = new SummaryEvent(loggerName, level,
				count + " more lines like this one were suppressed within " + window.toSeconds() + " s: " + example);
		event.addKeyValuePair(new KeyValuePair(SUPPRESSED, count));
		return event;
	}

	static SummaryEvent ofDrops(Map<String, Long> counts) {
		long all = counts.values().stream().mapToLong(Long::longValue).sum();
		SummaryEvent event = new SummaryEvent(LOGGER, Level.WARN,
				all + " log lines were dropped, as they came faster than they could be written: " + counts);
		event.addKeyValuePair(new KeyValuePair(DROPPED, all));
		return event;
	}

}
