package dev.mainstay.resilience.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 digest over a sequence of fields, none of which can run into the next one:
 * each is preceded by its length. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Sha256 {

	private static final int SHORT_BYTES = 16;

	private final MessageDigest digest;

	/**
	 * Begin a digest.
	 */
	public Sha256() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Add a field.
	 * @param field the field; {@code null} differs from every text
	 * @return this
	 */
	public Sha256 add(@Nullable String field) {
		if (field == null) {
			length(-1);
			return this;
		}
		return add(field.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Add a field.
	 * @param field the bytes
	 * @return this
	 */
	public Sha256 add(byte[] field) {
		length(field.length);
		this.digest.update(field);
		return this;
	}

	/**
	 * Add a piece of a field of which the length was never told. Whoever uses it has to
	 * make sure that the end of the field is known by other means.
	 * @param bytes holds the piece
	 * @param offset where it begins
	 * @param length how many bytes it has
	 */
	public void addPiece(byte[] bytes, int offset, int length) {
		this.digest.update(bytes, offset, length);
	}

	private void length(int length) {
		for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
			this.digest.update((byte) (length >>> shift));
		}
	}

	/**
	 * End the digest. Called once.
	 * @return 43 characters of the URL-safe base64 alphabet
	 */
	public String end() {
		return text(this.digest.digest());
	}

	/**
	 * End the digest with half of it, for what is stored once for each request: nobody
	 * finds a second text for a given one of 128 bits either. Called once, instead of
	 * {@link #end()}.
	 * @return 22 characters of the URL-safe base64 alphabet
	 */
	public String endShort() {
		return text(Arrays.copyOf(this.digest.digest(), SHORT_BYTES));
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
