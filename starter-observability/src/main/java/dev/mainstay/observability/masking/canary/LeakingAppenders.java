package dev.mainstay.observability.masking.canary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import dev.mainstay.observability.masking.MaskedCounts;
import org.slf4j.event.KeyValuePair;

/**
 * Finds the appenders of Logback's root logger that would write a secret as it is: has
 * the encoder of each write an event with secrets that nobody has, and looks for them in
 * what comes out, which goes nowhere and is not counted. Appenders without an encoder
 * cannot be asked. Reached only with Logback; thread-safe.
 */
final class LeakingAppenders {

	private static final String LOGGER = "dev.mainstay.masking.canary";

	/** A constant of the compiler: to read it does not load this class. */
	static final String PASSWORD = "canary" + "7Kq2vT9xW4";

	/** Of the network that issues none. */
	private static final String CARD = "411111" + "1111111111";

	private LeakingAppenders() {
	}

	/** Whether there is an appender that can be asked. */
	static boolean canBeFoundIn(LoggerContext context) {
		return !askable(context.getLogger(Logger.ROOT_LOGGER_NAME)).isEmpty();
	}

	/**
	 * Their names.
	 * @param context the context of the loggers
	 * @return the names, in the order of the appenders; an appender without a name is
	 * told by its class
	 */
	static List<String> in(LoggerContext context) {
		List<String> names = new ArrayList<>();
		ILoggingEvent event = event(context);
		MaskedCounts.withoutCounting(() -> askable(context.getLogger(Logger.ROOT_LOGGER_NAME)).stream()
			.filter((appender) -> leaks(appender, event))
			.map((appender) -> Objects.requireNonNullElse(appender.getName(), appender.getClass().getName()))
			.forEach(names::add));
		return names;
	}

	/** Appenders can be wrapped, by asynchronous ones above all. */
	private static <E> List<OutputStreamAppender<?>> askable(AppenderAttachable<E> parent) {
		List<OutputStreamAppender<?>> askable = new ArrayList<>();
		Iterator<Appender<E>> appenders = parent.iteratorForAppenders();
		while (appenders.hasNext()) {
			Appender<E> appender = appenders.next();
			if (appender instanceof AppenderAttachable<?> further) {
				askable.addAll(askable(further));
			}
			else if (appender instanceof OutputStreamAppender<?> stream && stream.getEncoder() != null) {
				askable.add(stream);
			}
		}
		return askable;
	}

	/** An appender below a logger of Logback gets its events. */
	@SuppressWarnings("unchecked")
	private static boolean leaks(OutputStreamAppender<?> appender, ILoggingEvent event) {
		Encoder<ILoggingEvent> encoder = ((OutputStreamAppender<ILoggingEvent>) appender).getEncoder();
		try {
			byte[] bytes = (encoder != null) ? encoder.encode(event) : null;
			String text = (bytes != null) ? new String(bytes, StandardCharsets.UTF_8) : "";
			return text.contains(PASSWORD) || text.contains(CARD);
		}
		catch (RuntimeException ex) {
			// Whatever it is that does not work, it writes nothing.
			return false;
		}
	}

	private static ILoggingEvent event(LoggerContext context) {
		IllegalStateException failure = new IllegalStateException("token=" + PASSWORD);
		LoggingEvent event = new LoggingEvent(LeakingAppenders.class.getName(), context.getLogger(LOGGER), Level.ERROR,
				"password={} card {}", failure, new Object[] { PASSWORD, CARD });
		event.setMDCPropertyMap(Map.of("api-key", PASSWORD));
		event.addKeyValuePair(new KeyValuePair("password", PASSWORD));
		return event;
	}

}
