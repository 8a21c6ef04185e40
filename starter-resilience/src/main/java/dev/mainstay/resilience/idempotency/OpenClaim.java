package dev.mainstay.resilience.idempotency;

import java.time.Duration;

/**
 * An operation that is ours to run. It is settled once, by the first call; every later
 * one has no effect, so that each way a request can end may settle it. To abandon it does
 * not settle it: an end that becomes known after all is still recorded. Thread-safe.
 *
 * @since 0.1.0
 */
public sealed interface OpenClaim permits LeasedClaim, JoinedClaim {

	/**
	 * The name of its operation.
	 * @return the record key, from which neither the key nor the caller can be read
	 */
	String recordKey();

	/**
	 * For how long the operation has been running.
	 * @return the time since it was granted
	 */
	Duration age();

	/**
	 * Whether it was settled.
	 * @return whether the operation is recorded or the key is free
	 */
	boolean isSettled();

	/**
	 * Whether the operation is a part of a transaction of this thread. An exception then
	 * ends it, and what is called on another thread waits until it is no longer.
	 * @return {@code false} unless the claim is joined
	 */
	default boolean isJoined() {
		return false;
	}

	/**
	 * Keep the answer. Called before the first byte of it goes to the client, so that a
	 * client that is gone does not matter.
	 * @param response the answer
	 * @return whether it is recorded
	 * @throws LostClaimException if the claim is joined, and its operation was undone
	 * because another one of the same key was recorded first
	 * @throws RuntimeException if the claim is joined, and its transaction could not be
	 * committed; the answer must not be given then
	 */
	boolean complete(StoredResponse response);

	/**
	 * Keep that there was an answer. Called when an answer that is kept by its status
	 * turns out to be too large or to be streamed. Throws what {@link #complete} throws.
	 */
	void completeWithoutAnswer();

	/**
	 * Keep that nobody knows how the operation ended. Called when it has failed and may
	 * have had an effect nevertheless.
	 */
	void completeUnknown();

	/**
	 * Free the key: the operation may run again. Once the service no longer waits for the
	 * end of its operations, it stays taken until the lease is over, and then counts as
	 * abandoned. If it is joined it is undone.
	 */
	void release();

	/**
	 * Free the key without undoing anything. Called when the application turns out to
	 * handle the key itself.
	 */
	default void leave() {
		release();
	}

	/**
	 * Let go of an operation that may still be running and of whose end nobody may hear.
	 */
	void abandon();

	/**
	 * Keep the claim beyond this thread. Called when the end of the operation, or its
	 * answer, will come from another one or later. Throws what {@link #complete} throws.
	 */
	default void outliveThread() {
	}

	/**
	 * Settle what must not outlive this thread. Called when the thread of the request
	 * leaves it, on every way.
	 * @param failed whether it leaves by an exception
	 */
	default void threadEnds(boolean failed) {
	}

}
