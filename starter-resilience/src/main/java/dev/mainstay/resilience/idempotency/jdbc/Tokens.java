package dev.mainstay.resilience.idempotency.jdbc;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * Tokens of claims: 16 random bytes that no two instances draw.
 */
final class Tokens {

	private static final int BYTES = 16;

	private Tokens() {
	}

	static byte[] next() {
		UUID random = UUID.randomUUID();
		return ByteBuffer.allocate(BYTES)
			.putLong(random.getMostSignificantBits())
			.putLong(random.getLeastSignificantBits())
			.array();
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
