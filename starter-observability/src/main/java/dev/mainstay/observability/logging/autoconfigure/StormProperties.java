package dev.mainstay.observability.logging.autoconfigure;

import java.time.Duration;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of storms of the same warning or error.
 *
 * @param burst How many log lines that say the same are written in each window
 * @param window How long a window lasts, at the end of which the count of the other lines
 * is written
 */
@ConfigurationProperties("mainstay.logging.storm")
record StormProperties(@DefaultValue("100") int burst, @DefaultValue("10s") Duration window) {

	static final String PREFIX = "mainstay.logging.storm";

	static final String ENABLED = PREFIX + ".enabled";

	private static final Duration LONGEST = Duration.ofHours(1);

	StormProperties {
		InvalidPropertyException.check(burst > 0, PREFIX + ".burst", burst, "no error would be logged at all",
				"Set it to 1 or more, or " + ENABLED + "=false to have all of them written");
		InvalidPropertyException.check(window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(LONGEST) <= 0,
				PREFIX + ".window", window, "it has to be from 1s to 1h", "Set it to a duration such as 10s");
	}

}
