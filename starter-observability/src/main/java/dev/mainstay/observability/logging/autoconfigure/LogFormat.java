package dev.mainstay.observability.logging.autoconfigure;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * What log lines look like.
 */
enum LogFormat {

	/**
	 * Text on a terminal, JSON elsewhere.
	 */
	AUTO,

	/**
	 * JSON in any case.
	 */
	JSON,

	/**
	 * Text as Spring Boot writes it, masked and one line for each event.
	 */
	TEXT;

	static final String PROPERTY = "mainstay.logging.format";

	/**
	 * Read before there is a context. A wrong value is reported later, when the property
	 * is bound, with a log to report it in.
	 */
	static LogFormat of(Environment environment) {
		LogFormat format = of(environment.getProperty(PROPERTY, "auto"));
		return (format != null) ? format : AUTO;
	}

	/** The format of this name, {@code null} if there is none. */
	static @Nullable LogFormat of(String value) {
		return switch (value.strip().toUpperCase(Locale.ROOT)) {
			case "JSON" -> JSON;
			case "TEXT" -> TEXT;
			case "AUTO" -> AUTO;
			default -> null;
		};
	}

}
