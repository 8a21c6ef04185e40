package dev.mainstay.observability.logging.autoconfigure;

import java.util.List;
import java.util.function.BooleanSupplier;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/**
 * Whether the log lines of this start are of Mainstay, as JSON or as text, and if not, in
 * whose favour.
 *
 * @param state on if they are, not applicable if they are text for a terminal
 * @param reason the property or file that decides otherwise, {@code null} for JSON
 */
record LogFormatChoice(FeatureState state, @Nullable String reason) {

	static final String CONSOLE_FORMAT = "logging.structured.format.console";

	static final String FORMATTER = MainstayLogFormatter.class.getName();

	private static final String CONFIG = "logging.config";

	private static final String LOGBACK = "org.springframework.boot.logging.logback.LogbackLoggingSystem";

	/** In the order in which Spring Boot looks for them. */
	private static final List<String> FILES = List.of("logback-test.groovy", "logback-test.xml", "logback.groovy",
			"logback.xml", "logback-test-spring.groovy", "logback-test-spring.xml", "logback-spring.groovy",
			"logback-spring.xml");

	/** Whether the lines are JSON. */
	boolean isJson() {
		return this.state == FeatureState.ON && this.reason == null;
	}

	/** Whether the lines are text in which secrets are masked. */
	boolean isText() {
		return !isJson() && this.state != FeatureState.BACKED_OFF;
	}

	static LogFormatChoice of(Environment environment, ClassLoader classLoader, BooleanSupplier terminal) {
		String foreign = foreignConfiguration(environment, classLoader);
		LogFormat format = LogFormat.of(environment);
		if (foreign == null && format == LogFormat.AUTO) {
			foreign = setByTheApplication(environment, "logging.pattern.console");
		}
		if (foreign != null) {
			return new LogFormatChoice(FeatureState.BACKED_OFF, foreign);
		}
		return switch (format) {
			case JSON -> new LogFormatChoice(FeatureState.ON, null);
			case TEXT -> new LogFormatChoice(FeatureState.ON, LogFormat.PROPERTY + "=text");
			case AUTO -> terminal.getAsBoolean()
					? new LogFormatChoice(FeatureState.NOT_APPLICABLE, "text, as standard output is a terminal")
					: new LogFormatChoice(FeatureState.ON, null);
		};
	}

	private static @Nullable String foreignConfiguration(Environment environment, ClassLoader classLoader) {
		String system = LoggingSystem.get(classLoader).getClass().getName();
		if (!system.equals(LOGBACK)) {
			return "logging system " + system;
		}
		if (isRead(environment.getProperty(CONFIG))) {
			return setByTheApplication(environment, CONFIG);
		}
		for (String file : FILES) {
			if (new ClassPathResource(file, classLoader).exists()) {
				return "classpath:" + file;
			}
		}
		return FORMATTER.equals(environment.getProperty(CONSOLE_FORMAT)) ? null
				: setByTheApplication(environment, CONSOLE_FORMAT);
	}

	/** As Spring Boot decides it. */
	private static boolean isRead(@Nullable String config) {
		return StringUtils.hasLength(config) && !config.startsWith("-D");
	}

	private static @Nullable String setByTheApplication(Environment environment, String property) {
		String value = environment.getProperty(property);
		return (value != null) ? property + "=" + value : null;
	}

}
