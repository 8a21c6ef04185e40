package dev.mainstay.observability.logging.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the thread that writes log lines.
 *
 * @param enabled Whether log lines are written by a thread of their own, so that nobody
 * waits for them and those that come too fast are dropped and counted
 * @param queueSize How many lines may wait to be written to each of console and file
 * @param queueBytes How much the lines that wait may take together
 */
@ConfigurationProperties("mainstay.logging.async")
record AsyncProperties(@DefaultValue("false") boolean enabled, @DefaultValue("8192") int queueSize,
		@DefaultValue("16MB") DataSize queueBytes) {

	static final String PREFIX = "mainstay.logging.async";

	private static final DataSize LEAST = DataSize.ofMegabytes(1);

	AsyncProperties {
		InvalidPropertyException.check(queueSize > 0, PREFIX + ".queue-size", queueSize, "no line would be written",
				"Set it to 1 or more");
		InvalidPropertyException.check(queueBytes.compareTo(LEAST) >= 0, PREFIX + ".queue-bytes", queueBytes,
				"a long line would not fit", "Set it to 1MB or more");
	}

}
