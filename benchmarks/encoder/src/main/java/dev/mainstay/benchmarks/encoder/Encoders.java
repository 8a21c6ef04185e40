package dev.mainstay.benchmarks.encoder;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.mask.MaskingJsonGeneratorDecorator;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The encoders, each started as a logback file or Spring Boot does it.
 */
final class Encoders {

	/** What the guides to the encoder's masking show: cards, tokens and addresses. */
	private static final String[] VALUES = { "\\b(?:\\d[ -]?){13,16}\\b", "eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+",
			"[\\w.+-]+@[\\w-]+\\.[\\w.-]+" };

	private static final String[] PATHS = { "password", "token", "secret", "authorization" };

	/** One for all, as lines are only handed on between equal settings. */
	private static final Environment ENVIRONMENT = service();

	private Encoders() {
	}

	static Encoder<ILoggingEvent> named(String name) {
		return switch (name) {
			case "mainstay" -> structured(MainstayLogFormatter.class.getName());
			case "boot-logstash" -> structured("logstash");
			case "logstash-encoder" -> started(new LogstashEncoder());
			case "logstash-encoder-regex" -> started(masking());
			default -> throw new IllegalArgumentException(name);
		};
	}

	static Environment environment() {
		return ENVIRONMENT;
	}

	private static Environment service() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("service", Map.of("spring.application.name", "orders")));
		return environment;
	}

	private static Encoder<ILoggingEvent> structured(String format) {
		LoggerContext context = new LoggerContext();
		context.putObject(Environment.class.getName(), ENVIRONMENT);
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext(context);
		encoder.setFormat(format);
		encoder.setCharset(StandardCharsets.UTF_8);
		encoder.start();
		return encoder;
	}

	private static LogstashEncoder masking() {
		MaskingJsonGeneratorDecorator masking = new MaskingJsonGeneratorDecorator();
		for (String value : VALUES) {
			masking.addValue(value);
		}
		for (String path : PATHS) {
			masking.addPath(path);
		}
		masking.start();
		LogstashEncoder encoder = new LogstashEncoder();
		encoder.addDecorator(masking);
		return encoder;
	}

	private static Encoder<ILoggingEvent> started(LogstashEncoder encoder) {
		encoder.setContext(new LoggerContext());
		encoder.start();
		return encoder;
	}

}
