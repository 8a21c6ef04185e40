package dev.mainstay.security.management.autoconfigure;

import java.util.List;

import dev.mainstay.core.request.AddressRange;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

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
		Assert.hasText(role, PREFIX + "role must not be blank; remove it for the default, ACTUATOR");
		if (token != null && !token.isBlank()) {
			checkToken(token.strip());
		}
		scrapeFrom.forEach(ManagementAccessProperties::checkRange);
	}

	/** An environment variable that is set to nothing means no token. */
	boolean hasToken() {
		return this.token != null && !this.token.isBlank();
	}

	private static void checkToken(String token) {
		Assert.isTrue(token.length() >= MIN_TOKEN_LENGTH, PREFIX + "token has fewer than " + MIN_TOKEN_LENGTH
				+ " characters, which can be guessed; use a longer random value, or remove it to admit nobody by a token");
		Assert.isTrue(token.chars().allMatch((letter) -> letter >= ' ' && letter <= '~'), PREFIX
				+ "token has characters outside of ASCII, which cannot be sent in a header; use letters and digits");
	}

	private static void checkRange(String cidr) {
		try {
			AddressRange.parse(cidr);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(PREFIX + "scrape-from: " + ex.getMessage(), ex);
		}
	}

	/** Keeps the token out of logs. */
	@Override
	public String toString() {
		return "ManagementAccessProperties[role=" + this.role + ", scrapeFrom=" + this.scrapeFrom + "]";
	}

}
