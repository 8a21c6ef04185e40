package dev.mainstay.observability.logging.autoconfigure;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.logging.MaskedTextLayout;
import dev.mainstay.observability.logging.delivery.LogDelivery;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/**
 * Spring Boot's appenders with Mainstay's lines. Reached only with Logback.
 */
final class MainstayAppenders {

	private static final String CONSOLE = "CONSOLE";

	private static final String FILE = "FILE";

	private MainstayAppenders() {
	}

	static void complete(Environment environment, LogFormatChoice choice) {
		if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
			return;
		}
		if (choice.isText()) {
			TextProperties text = bound(environment, TextProperties.PREFIX, TextProperties.class);
			mask(context, CONSOLE, text.areFolded(Terminal.isAttached(environment)));
			if (!LogFormatDefault.hasPatternForFile(environment)) {
				mask(context, FILE, text.areFolded(false));
			}
		}
		deliver(context, environment);
	}

	private static void deliver(LoggerContext context, Environment environment) {
		if (Switch.isOn(environment, StormProperties.ENABLED)) {
			StormProperties storm = bound(environment, StormProperties.PREFIX, StormProperties.class);
			LogDelivery.suppressStorms(context, (it) -> isOurs(it, environment), storm.burst(), storm.window());
		}
		AsyncProperties async = bound(environment, AsyncProperties.PREFIX, AsyncProperties.class);
		if (async.enabled()) {
			LogDelivery.handOff(context, (it) -> isOurs(it, environment), async.queueSize(),
					async.queueBytes().toBytes());
		}
	}

	private static void mask(LoggerContext context, String name, boolean folded) {
		Appender<ILoggingEvent> appender = context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(name);
		if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
				&& stream.getEncoder() instanceof PatternLayoutEncoder plain) {
			MaskedTextLayout layout = new MaskedTextLayout();
			layout.setContext(context);
			layout.setPattern(plain.getPattern());
			layout.setFoldStackTrace(folded);
			layout.start();
			LayoutWrappingEncoder<ILoggingEvent> masked = new LayoutWrappingEncoder<>();
			masked.setContext(context);
			masked.setCharset(plain.getCharset());
			masked.setLayout(layout);
			masked.start();
			stream.setEncoder(masked);
		}
	}

	private static boolean isOurs(Appender<ILoggingEvent> appender, Environment environment) {
		String format = switch (String.valueOf(appender.getName())) {
			case CONSOLE -> environment.getProperty(LogFormatChoice.CONSOLE_FORMAT);
			case FILE -> environment.getProperty(LogFormatDefault.FILE_FORMAT);
			default -> null;
		};
		return appender instanceof OutputStreamAppender<ILoggingEvent> stream
				&& ((stream.getEncoder() instanceof StructuredLogEncoder && LogFormatChoice.FORMATTER.equals(format))
						|| isMasked(stream.getEncoder()));
	}

	private static boolean isMasked(Encoder<ILoggingEvent> encoder) {
		return encoder instanceof LayoutWrappingEncoder<ILoggingEvent> text
				&& text.getLayout() instanceof MaskedTextLayout;
	}

	/**
	 * A wrong value is reported later, when the properties of the context are bound, with
	 * a log to report it in.
	 */
	private static <T> T bound(Environment environment, String prefix, Class<T> type) {
		try {
			return Binder.get(environment).bindOrCreate(prefix, type);
		}
		catch (RuntimeException ex) {
			return new Binder().bindOrCreate(prefix, type);
		}
	}

	/** Those of a logback file of the application may do too. */
	static boolean areHoldingBack() {
		return LogDelivery.isInUse();
	}

	static void flush() {
		LogDelivery.flush();
	}

	static void close() {
		LogDelivery.close();
	}

}
