package dev.mainstay.observability.logging.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the log format.
 *
 * @param format Whether log lines are text or JSON; auto is text on a terminal and JSON
 * elsewhere
 * @param maxLineSize How long a line of JSON may get; what does not fit is left out of it
 */
@ConfigurationProperties("mainstay.logging")
record LoggingProperties(@DefaultValue("auto") String format, @DefaultValue("64KB") DataSize maxLineSize) {

	private static final DataSize MIN_LINE_SIZE = DataSize.ofKilobytes(4);

	private static final DataSize MAX_LINE_SIZE = DataSize.ofMegabytes(100);

	LoggingProperties {
		InvalidPropertyException.check(LogFormat.of(format) != null, LogFormat.PROPERTY, format,
				"there is no such format", "Set it to auto, json or text");
		InvalidPropertyException.check(
				maxLineSize.compareTo(MIN_LINE_SIZE) >= 0 && maxLineSize.compareTo(MAX_LINE_SIZE) <= 0,
				"mainstay.logging.max-line-size", maxLineSize, "it has to be from 4KB to 100MB",
				"Remove it, or set it to a size such as 64KB");
	}

}
