package dev.mainstay.observability.logging.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.mainstay.observability.logging.delivery.LogDelivery;
import org.junit.jupiter.api.Test;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * As in a container, where no hook of the process ends what an application has begun.
 */
class UndeployedLogDeliveryTests {

	private final LoggerContext loggers = new LoggerContext();

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	@Test
	void theThreadEndsWithTheApplicationWhereThereIsNoHook() {
		log();
		assertThat(isRunning()).isTrue();
		close("false");
		await().until(() -> !isRunning());
		this.loggers.getLogger("a").info("last");
		assertThat(this.written.toString()).isEqualTo("first\nlast\n");
	}

	@Test
	void theThreadWritesOnWhereThereIsAHook() {
		log();
		close("true");
		assertThat(this.written.toString()).isEqualTo("first\n");
		assertThat(isRunning()).isTrue();
		LogDelivery.close();
	}

	private void log() {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(this.loggers);
		encoder.setPattern("%m\n");
		encoder.start();
		OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
		appender.setContext(this.loggers);
		appender.setName("UNDEPLOYED");
		appender.setEncoder(encoder);
		appender.setOutputStream(this.written);
		appender.start();
		this.loggers.setMDCAdapter(new ch.qos.logback.classic.util.LogbackMDCAdapter());
		this.loggers.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
		LogDelivery.handOff(this.loggers, (it) -> it == appender, 100, 100_000);
		this.loggers.getLogger("a").info("first");
	}

	private static void close(String hook) {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test", Map.of("logging.register-shutdown-hook", hook)));
			new LogDeliveryListener().onApplicationEvent(new ContextClosedEvent(context));
		}
	}

	private static boolean isRunning() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.anyMatch((thread) -> thread.getName().equals("mainstay-log-UNDEPLOYED"));
	}

}
