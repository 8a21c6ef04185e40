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

	private IdempotencyHeaders() {
	}

}
