package dev.mainstay.observability.telemetry.logs;

import java.util.Iterator;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import dev.mainstay.observability.logging.AfterReset;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import io.opentelemetry.api.logs.LoggerProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Hands what Logback logs on to OpenTelemetry, unless the application does that itself.
 * Installed when the context starts and taken away when it closes.
 *
 * @since 0.1.0
 */
public final class LogBridge implements AutoCloseable {

	private static final String OWN = "io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender";

	private static final String NAME = "mainstay-otlp";

	private static final org.slf4j.Logger logger = LoggerFactory.getLogger(LogBridge.class);

	private final @Nullable OtlpLogAppender appender;

	private final AfterReset again = new AfterReset(this::attach);

	private LogBridge(@Nullable OtlpLogAppender appender) {
		this.appender = appender;
	}

	/**
	 * The bridge of an application that exports no logs, or not by this.
	 * @return a bridge that hands nothing on
	 */
	public static LogBridge none() {
		return new LogBridge(null);
	}

	/**
	 * Install a bridge.
	 * @param formatter gives the line that a record is made of
	 * @param loggers takes the records
	 * @return the bridge, one that hands nothing on if the application has its own
	 */
	public static LogBridge install(MainstayLogFormatter formatter, LoggerProvider loggers) {
		return (LoggerFactory.getILoggerFactory() instanceof LoggerContext context)
				? install(context, formatter, loggers) : none();
	}

	static LogBridge install(LoggerContext context, MainstayLogFormatter formatter, LoggerProvider loggers) {
		if (hasOwn(context)) {
			return none();
		}
		if (root(context).getAppender(NAME) != null) {
			// Lines do not tell whose they are: each application would export all.
			logger.warn("Another application in this JVM exports the log lines of both");
			return none();
		}
		OtlpLogAppender appender = new OtlpLogAppender(formatter, loggers);
		appender.setContext(context);
		appender.setName(NAME);
		LogBridge bridge = new LogBridge(appender);
		bridge.attach();
		context.addListener(bridge.again);
		return bridge;
	}

	private void attach() {
		if (this.appender != null && this.appender.getContext() instanceof LoggerContext context) {
			this.appender.start();
			root(context).addAppender(this.appender);
		}
	}

	private static boolean hasOwn(LoggerContext context) {
		return context.getLoggerList().stream().anyMatch(LogBridge::hasOwn);
	}

	private static boolean hasOwn(AppenderAttachable<ILoggingEvent> attachable) {
		Iterator<Appender<ILoggingEvent>> appenders = attachable.iteratorForAppenders();
		while (appenders.hasNext()) {
			Appender<ILoggingEvent> appender = appenders.next();
			if (appender.getClass().getName().equals(OWN) || isWrapped(appender)) {
				return true;
			}
		}
		return false;
	}

	@SuppressWarnings("unchecked")
	private static boolean isWrapped(Appender<ILoggingEvent> appender) {
		return appender instanceof AppenderAttachable<?> attachable
				&& hasOwn((AppenderAttachable<ILoggingEvent>) attachable);
	}

	private static Logger root(LoggerContext context) {
		return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	/**
	 * Whether records are handed on.
	 * @return whether there is an appender
	 */
	public boolean isInstalled() {
		return this.appender != null;
	}

	@Override
	public void close() {
		if (this.appender != null && this.appender.getContext() instanceof LoggerContext context) {
			context.removeListener(this.again);
			root(context).detachAppender(this.appender);
			this.appender.stop();
		}
	}

}
