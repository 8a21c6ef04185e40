package dev.mainstay.observability.telemetry.logs;

import java.time.Instant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.LoggerProvider;
import io.opentelemetry.api.logs.Severity;

/**
 * Hands each event on as a log record with what its line in Mainstay's format has, so
 * that both are masked and bounded alike, whatever format the application writes.
 */
final class OtlpLogAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private static final AttributeKey<String> EXCEPTION_TYPE = AttributeKey.stringKey("exception.type");

	/** What they say is about the export, and would be told to whom it does not reach. */
	private static final String[] NOT_EXPORTED = { "mainstay.telemetry", "io.opentelemetry." };

	private final MainstayLogFormatter formatter;

	private final LineRecords records = new LineRecords();

	private final LoggerProvider loggers;

	OtlpLogAppender(MainstayLogFormatter formatter, LoggerProvider loggers) {
		this.formatter = formatter;
		this.loggers = loggers;
	}

	@Override
	public void start() {
		if (!isStarted()) {
			this.formatter.followOthers();
		}
		super.start();
	}

	@Override
	public void stop() {
		boolean started = isStarted();
		super.stop();
		if (started) {
			this.formatter.followNobody();
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		String logger = String.valueOf(event.getLoggerName());
		for (String prefix : NOT_EXPORTED) {
			if (logger.startsWith(prefix)) {
				return;
			}
		}
		LogRecordBuilder builder = this.loggers.get(logger).logRecordBuilder();
		Instant instant = event.getInstant();
		builder.setTimestamp((instant != null) ? instant : Instant.ofEpochMilli(event.getTimeStamp()))
			.setSeverity(severity(event.getLevel()))
			.setSeverityText(String.valueOf(event.getLevel()));
		IThrowableProxy throwable = event.getThrowableProxy();
		if (throwable != null) {
			builder.setAttribute(EXCEPTION_TYPE, String.valueOf(throwable.getClassName()));
		}
		RecordFields fields = new RecordFields(this.records, builder);
		this.formatter.read(event, fields);
		fields.end();
		builder.emit();
	}

	private static Severity severity(Level level) {
		return switch (level.toInt()) {
			case Level.ERROR_INT -> Severity.ERROR;
			case Level.WARN_INT -> Severity.WARN;
			case Level.INFO_INT -> Severity.INFO;
			case Level.DEBUG_INT -> Severity.DEBUG;
			default -> Severity.TRACE;
		};
	}

}
