package dev.mainstay.resilience.idempotency.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a name or digest in the table. What is a digest of 128 bits in base64, as
 * our names are, takes its 16 bytes; any other text takes its characters, behind zeros
 * that no text begins with.
 */
final class OpaqueText {

	private static final int DIGEST_BYTES = 16;

	private static final int DIGEST_CHARS = 22;

	private static final int WHOLE_DIGEST_CHARS = 43;

	private OpaqueText() {
	}

	static byte[] toBytes(String text) {
		byte[] digest = (text.length() == DIGEST_CHARS) ? decoded(text) : null;
		if (digest != null && toText(digest).equals(text)) {
			return digest;
		}
		byte[] chars = text.getBytes(StandardCharsets.US_ASCII);
		int zeros = (chars.length + 1 == DIGEST_BYTES) ? 2 : 1;
		byte[] bytes = new byte[zeros + chars.length];
		System.arraycopy(chars, 0, bytes, zeros, chars.length);
		return bytes;
	}

	private static byte @Nullable [] decoded(String text) {
		try {
			return Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Of what is only compared, half of a whole digest is kept. */
	static byte[] shortened(String text) {
		byte[] digest = (text.length() == WHOLE_DIGEST_CHARS) ? decoded(text) : null;
		return (digest != null) ? Arrays.copyOf(digest, DIGEST_BYTES) : toBytes(text);
	}

	static String toText(byte[] bytes) {
		if (bytes.length == DIGEST_BYTES) {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		}
		int zeros = 0;
		while (zeros < bytes.length && bytes[zeros] == 0) {
			zeros++;
		}
		return new String(Arrays.copyOfRange(bytes, zeros, bytes.length), StandardCharsets.US_ASCII);
	}

}
