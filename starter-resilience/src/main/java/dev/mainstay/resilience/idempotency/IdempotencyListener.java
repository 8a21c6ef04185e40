package dev.mainstay.resilience.idempotency;

/**
 * Is told what becomes of requests with a key. Every bean of this type is called. Must be
 * quick and thread-safe; what it throws is logged and changes nothing.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface IdempotencyListener {

	/**
	 * Called once, before any other method.
	 * @param open the operations that this instance runs, as they are at each look
	 */
	default void onStart(OpenClaims open) {
	}

	/**
	 * Called once for each request with a key, before it runs or is answered, on the
	 * thread of the request.
	 * @param result what becomes of the request
	 */
	void onResult(IdempotencyResult result);

	/**
	 * Called when an operation whose owner was lost is run once more, before it runs.
	 */
	default void onTakenOver() {
	}

	/**
	 * Called once for each claim that somebody else took or removed before its request
	 * had ended: the operation may have run meanwhile, or was ended by hand. Called on
	 * any thread.
	 */
	default void onLost() {
	}

	/**
	 * Called when an answer was given to the store, which may have kept no more than that
	 * it is not replayable.
	 * @param bytes the size of its body
	 */
	default void onStored(long bytes) {
	}

	/**
	 * Called when the store failed, on a claim or on the end of an operation.
	 * @param failure what it threw
	 */
	default void onStoreFailure(RuntimeException failure) {
	}

}
