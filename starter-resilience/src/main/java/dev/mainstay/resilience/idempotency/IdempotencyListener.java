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

	/**
	 * Called once for each claim that somebody else took or removed before its request
	 * had ended, so that another request may have run meanwhile. Called on any thread;
	 * must be quick and thread-safe; what it throws is logged and changes nothing.
	 * @param recordKey the name of the operation
	 */
	default void onLeaseLost(String recordKey) {
	}

}
