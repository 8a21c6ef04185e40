package dev.mainstay.security.secrets.autoconfigure;

import java.time.Duration;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of what reads secrets again.
 *
 * @param reload Whether config trees and the files of SSL bundles are read again when
 * they change
 * @param reloadInterval How long to wait between two looks at the files; what has changed
 * is taken at the second look that finds it the same
 * @param tokenOverlap How long the former token of the management endpoints is good after
 * a change
 * @param certificateWarning How long before its end a certificate of the server that is
 * in no SSL bundle is named in health
 */
@ConfigurationProperties("mainstay.security.secrets")
record SecretsProperties(@DefaultValue("true") boolean reload, @DefaultValue("10s") Duration reloadInterval,
		@DefaultValue("5m") Duration tokenOverlap, @DefaultValue("30d") Duration certificateWarning) {

	private static final String PREFIX = "mainstay.security.secrets.";

	private static final Duration SHORTEST = Duration.ofMillis(100);

	private static final Duration LONGEST = Duration.ofHours(1);

	SecretsProperties {
		check(isBetween(SHORTEST, reloadInterval, LONGEST), "reload-interval", reloadInterval,
				"it has to be from 100ms to 1h", "Use 10s, or switch mainstay.security.secrets.reload off");
		check(isBetween(Duration.ZERO, tokenOverlap, Duration.ofDays(1)), "token-overlap", tokenOverlap,
				"it has to be from 0s to 1d", "Use 0s if a former token is to be refused at once");
		check(isBetween(Duration.ZERO, certificateWarning, Duration.ofDays(3650)), "certificate-warning",
				certificateWarning, "it has to be from 0s to 3650d", "Use 30d");
	}

	private static boolean isBetween(Duration least, Duration value, Duration most) {
		return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
	}

	private static void check(boolean holds, String name, Duration value, String reason, String fix) {
		InvalidPropertyException.check(holds, PREFIX + name, value, reason, fix);
	}

}
