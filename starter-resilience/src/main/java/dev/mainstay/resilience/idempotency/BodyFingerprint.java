package dev.mainstay.resilience.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * Makes the digest by which the body of a repetition is told from another one. A bean of
 * this type replaces ours, where a part of the body means nothing. Called once for each
 * request with a key, when its body is complete. Implementations are thread-safe, take
 * time in proportion to the body, and never let two bodies that a handler could tell
 * apart have one digest.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BodyFingerprint {

	/**
	 * Make the digest.
	 * @param body the bytes, never to be changed
	 * @param contentType the type, {@code null} if the request has none
	 * @return at most 64 ASCII characters
	 */
	String of(byte[] body, @Nullable String contentType);

	/**
	 * Two bodies are the same if all their bytes are.
	 * @return the fingerprint of the bytes
	 */
	static BodyFingerprint raw() {
		return (body, contentType) -> new Sha256().add(body).end();
	}

}
