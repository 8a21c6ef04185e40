package dev.mainstay.observability.logging.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the log format.
 *
 * @param format Whether log lines are text or JSON; auto is text on a terminal and JSON
 * elsewhere
 */
@ConfigurationProperties("mainstay.logging")
record LoggingProperties(@DefaultValue("auto") String format) {

	LoggingProperties {
		InvalidPropertyException.check(LogFormat.of(format) != null, LogFormat.PROPERTY, format,
				"there is no such format", "Set it to auto, json or text");
	}

}
