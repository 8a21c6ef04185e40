package dev.mainstay.observability.logging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logs through a formatter and hands back what it wrote, which always has to be one line
 * of the schema.
 */
final class LoggedLine {

	private static final LogSchema SCHEMA = LogSchema.load();

	private LoggedLine() {
	}

	static JsonNode of(MainstayLogFormatter formatter, Consumer<Logger> logging) {
		byte[] bytes = formatter.formatAsBytes(event(logging), StandardCharsets.UTF_8);
		String line = new String(bytes, StandardCharsets.UTF_8);
		assertThat(line).endsWith("\n");
		assertThat(line.stripTrailing().chars()).noneMatch((c) -> c < ' ' || c == 0x85 || c == 0x2028 || c == 0x2029);
		assertThat(SCHEMA.violations(line)).isEmpty();
		return LogSchema.parse(line);
	}

	static ILoggingEvent event(Consumer<Logger> logging) {
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(
				(MDC.getMDCAdapter() instanceof LogbackMDCAdapter adapter) ? adapter : new LogbackMDCAdapter());
		List<ILoggingEvent> events = new ArrayList<>();
		AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

			@Override
			protected void append(ILoggingEvent event) {
				event.prepareForDeferredProcessing();
				events.add(event);
			}

		};
		appender.setContext(context);
		appender.start();
		Logger logger = context.getLogger("a.b.C");
		logger.setLevel(Level.TRACE);
		context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
		logging.accept(logger);
		assertThat(events).hasSize(1);
		return events.get(0);
	}

}
