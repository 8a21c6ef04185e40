package dev.mainstay.security.event.autoconfigure;

import java.time.Duration;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.security.event.PrincipalNames;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the security events.
 *
 * @param principals Whose names are shown; a hash, which is another one after a restart,
 * stands for the others
 * @param maxFailuresPerSecond Number of failures of a kind that are logged in a second;
 * others are counted, 0 logs all
 * @param successInterval Duration for which a caller that authenticates with every
 * request is not logged again; 0 logs each
 */
@ConfigurationProperties("mainstay.security.event")
record SecurityEventProperties(@DefaultValue("known") PrincipalNames principals,
		@DefaultValue("10") int maxFailuresPerSecond, @DefaultValue("1h") Duration successInterval) {

	private static final String PREFIX = "mainstay.security.event.";

	SecurityEventProperties {
		InvalidPropertyException.check(maxFailuresPerSecond >= 0, PREFIX + "max-failures-per-second",
				maxFailuresPerSecond, "it is negative", "Write a number, or 0 to log all");
		InvalidPropertyException.check(!successInterval.isNegative() && successInterval.toDays() <= 365,
				PREFIX + "success-interval", successInterval, "it has to be from 0 to a year",
				"Write a duration, such as 1h, or 0 to log each");
	}

}
