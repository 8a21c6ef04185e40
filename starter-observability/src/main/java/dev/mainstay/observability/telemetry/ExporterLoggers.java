package dev.mainstay.observability.telemetry;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The loggers by which OpenTelemetry warns that an export failed, five times a minute and
 * then once, with stack traces. Silent of what is exported within {@link #silently},
 * which somebody else counts and warns of, and of nothing else: another SDK in this
 * process has nobody but them.
 */
final class ExporterLoggers {

	/** Held, because the log manager holds them weakly, and the filters with them. */
	private static final List<Logger> LOGGERS = Stream
		.of("io.opentelemetry.exporter.internal.http.HttpExporter",
				"io.opentelemetry.exporter.internal.grpc.GrpcExporter",
				"io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSender",
				"io.opentelemetry.sdk.trace.export.BatchSpanProcessor",
				"io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor",
				"io.opentelemetry.sdk.metrics.export.PeriodicMetricReader")
		.map(Logger::getLogger)
		.toList();

	/**
	 * Handed on to the threads of senders, which are made by the thread that exports,
	 * when it does, and serve one exporter only.
	 */
	private static final ThreadLocal<Predicate<LogRecord>> OURS = new InheritableThreadLocal<>();

	private static final Pattern STATUS = Pattern.compile("status code (\\d{1,3})\\b");

	private static int speakers;

	private static volatile @Nullable String lastStatus;

	private ExporterLoggers() {
	}

	/** With what status the last export that an exporter told of was answered. */
	static @Nullable String lastStatus() {
		return lastStatus;
	}

	/** Export something whose failure is told by somebody else. */
	static <T> T silently(Supplier<T> export) {
		return with((line) -> true, export);
	}

	/** Make a queue, with its thread, that is silent of what has no room in it. */
	static <T> T silentlyFull(Supplier<T> queue) {
		return with((line) -> line.getMessage() != null && line.getMessage().contains("queue is full"), queue);
	}

	private static <T> T with(Predicate<LogRecord> ours, Supplier<T> work) {
		Predicate<LogRecord> before = OURS.get();
		OURS.set(ours);
		try {
			return work.get();
		}
		finally {
			if (before != null) {
				OURS.set(before);
			}
			else {
				OURS.remove();
			}
		}
	}

	static synchronized void silence() {
		if (speakers++ == 0) {
			LOGGERS.forEach((logger) -> logger.setFilter(new NoWarnings(logger.getFilter())));
		}
	}

	static synchronized void restore() {
		if (--speakers == 0) {
			LOGGERS.forEach(ExporterLoggers::restore);
		}
	}

	private static void restore(Logger logger) {
		if (logger.getFilter() instanceof NoWarnings ours) {
			logger.setFilter(ours.before());
		}
	}

	/**
	 * Lets pass what is not a warning about what we export, if the filter that was there
	 * before does.
	 */
	private record NoWarnings(@Nullable Filter before) implements Filter {

		@Override
		public boolean isLoggable(LogRecord line) {
			Predicate<LogRecord> mark = OURS.get();
			boolean ours = mark != null && line.getLevel().intValue() >= Level.WARNING.intValue() && mark.test(line);
			if (ours && line.getMessage() != null) {
				Matcher status = STATUS.matcher(line.getMessage());
				lastStatus = status.find() ? status.group(1) : lastStatus;
			}
			return !ours && (this.before == null || this.before.isLoggable(line));
		}

	}

}
