package dev.mainstay.resilience.idempotency.jdbc;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tokens of claims: 8 random bytes, compared only with the token of the same row.
 */
final class Tokens {

	private static final int BYTES = 8;

	private static final SecureRandom RANDOM = new SecureRandom();

	private Tokens() {
	}

	static byte[] next() {
		byte[] token = new byte[BYTES];
		RANDOM.nextBytes(token);
		return token;
	}

	static String toText(byte[] token) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
	}

	/** What is none of ours becomes bytes that no row has. */
	static byte[] toBytes(String token) {
		try {
			return Base64.getUrlDecoder().decode(token);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
