package dev.mainstay.resilience.idempotency.redis;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What proves an owner: a random number, by which the scripts compare, and with it what
 * is needed to write the record anew if Redis has lost it meanwhile. Immutable.
 *
 * @param number eight random bytes
 * @param fingerprint the digest of what the operation is asked to do
 * @param since when it was claimed, by the clock of Redis in milliseconds
 */
record RedisToken(byte[] number, byte[] fingerprint, long since) {

	static final int NUMBER_LENGTH = 8;

	private static final int LENGTH = NUMBER_LENGTH + RedisFrame.FINGERPRINT_LENGTH + Long.BYTES;

	private static final SecureRandom RANDOM = new SecureRandom();

	static byte[] newNumber() {
		byte[] number = new byte[NUMBER_LENGTH];
		RANDOM.nextBytes(number);
		return number;
	}

	/** The token of a text that {@link #text()} gave, which nobody else can make. */
	static RedisToken of(String text) {
		byte[] bytes;
		try {
			bytes = Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			bytes = new byte[0];
		}
		ByteBuffer buffer = ByteBuffer.wrap((bytes.length == LENGTH) ? bytes : new byte[LENGTH]);
		byte[] number = new byte[NUMBER_LENGTH];
		byte[] fingerprint = new byte[RedisFrame.FINGERPRINT_LENGTH];
		buffer.get(number).get(fingerprint);
		return new RedisToken(number, fingerprint, buffer.getLong());
	}

	String text() {
		byte[] bytes = ByteBuffer.allocate(LENGTH).put(this.number).put(this.fingerprint).putLong(this.since).array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
