package dev.mainstay.resilience.idempotency;

/**
 * Is told what becomes of requests with a key. Every bean of this type is called.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface IdempotencyListener {

	/**
	 * Called once for each request with a key, before it runs or is answered, on the
	 * thread of the request. Must be quick and thread-safe; what it throws is logged and
	 * changes nothing.
	 * @param result what becomes of the request
	 */
	void onResult(IdempotencyResult result);

}
