package dev.mainstay.security.management.autoconfigure;

import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.request.AddressRange;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the access to the guarded management endpoints.
 *
 * @param role Role, or authority, with which the application's own security admits a
 * caller
 * @param token Secret of at least 16 characters that a caller may send as a bearer token
 * @param scrapeFrom Comma-separated list of the addresses and CIDR blocks from which the
 * prometheus endpoint may be called
 */
@ConfigurationProperties("mainstay.security.management")
record ManagementAccessProperties(@DefaultValue("ACTUATOR") String role, @Nullable String token,
		@DefaultValue List<String> scrapeFrom) {

	private static final String PREFIX = "mainstay.security.management.";

	private static final int MIN_TOKEN_LENGTH = 16;

	ManagementAccessProperties {
		check(!role.isBlank(), "role", "blank", "nobody can have such a role", "Remove it for the default, ACTUATOR");
		if (token != null && !token.isBlank()) {
			checkToken(token.strip());
		}
		scrapeFrom.forEach((range) -> checkRange(range, scrapeFrom));
	}

	/** An environment variable that is set to nothing means no token. */
	boolean hasToken() {
		return this.token != null && !this.token.isBlank();
	}

	private static void checkToken(String token) {
		check(token.length() >= MIN_TOKEN_LENGTH, "token", "too short",
				"fewer than " + MIN_TOKEN_LENGTH + " characters can be guessed",
				"Use a longer random value, or remove it to admit nobody by a token");
		check(token.chars().allMatch((letter) -> letter >= ' ' && letter <= '~'), "token", "not sendable",
				"characters outside of ASCII cannot be sent in a header", "Use letters and digits");
	}

	private static void checkRange(String cidr, List<String> all) {
		try {
			AddressRange.parse(cidr);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(PREFIX + "scrape-from", all, String.valueOf(ex.getMessage()),
					"Write each as 10.0.0.7 or 10.0.0.0/8");
		}
	}

	/** The value of a token is never told. */
	private static void check(boolean holds, String name, String value, String reason, String fix) {
		InvalidPropertyException.check(holds, PREFIX + name, value, reason, fix);
	}

	/** Keeps the token out of logs. */
	@Override
	public String toString() {
		return "ManagementAccessProperties[role=" + this.role + ", scrapeFrom=" + this.scrapeFrom + "]";
	}

}
