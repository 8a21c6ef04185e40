package dev.mainstay.observability.logging.autoconfigure;

import java.time.Duration;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of log levels that are changed at run time.
 *
 * @param max How long a change of a log level may last at most if it is to end by itself
 */
@ConfigurationProperties("mainstay.logging.level-ttl")
record LevelTtlProperties(@DefaultValue("24h") Duration max) {

	static final String ENABLED = "mainstay.logging.level-ttl.enabled";

	private static final String MAX = "mainstay.logging.level-ttl.max";

	private static final Duration LONGEST = Duration.ofDays(365);

	LevelTtlProperties {
		InvalidPropertyException.check(max.compareTo(Duration.ofSeconds(1)) >= 0 && max.compareTo(LONGEST) <= 0, MAX,
				max, "it has to be from 1s to 365d", "Set it to a duration such as 24h");
	}

}
