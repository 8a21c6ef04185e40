package dev.mainstay.resilience.idempotency;

/**
 * The names of the header fields of the protocol.
 *
 * @since 0.1.0
 */
public final class IdempotencyHeaders {

	/**
	 * The key, in the request. A Structured Field Item that is a String, see
	 * draft-ietf-httpapi-idempotency-key-header-07.
	 */
	public static final String KEY = "Idempotency-Key";

	/**
	 * What became of the key, in the answer: the name of an {@link IdempotencyResult}
	 * that is announced.
	 */
	public static final String STATUS = "Idempotency-Status";

	/**
	 * {@code true} in an answer that was stored, and absent in every other one.
	 */
	public static final String REPLAYED = "Idempotent-Replayed";

	/**
	 * Until when a repetition is recognised, in an answer that is kept: an HTTP date (RFC
	 * 9110, section 5.6.7) as {@code Expires} and {@code Sunset} have, so that every
	 * client can read it. A replay repeats it.
	 */
	public static final String EXPIRES = "Idempotency-Expires";

	private IdempotencyHeaders() {
	}

}
