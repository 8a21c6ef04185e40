package dev.mainstay.resilience.idempotency;

import java.time.Duration;

/**
 * What a store says to somebody who wants to run an operation.
 *
 * @since 0.1.0
 */
public sealed interface ClaimResult {

	/**
	 * The operation was not known, and is the caller's to run.
	 *
	 * @param token proves to the store that a later call comes from this claim
	 * @since 0.1.0
	 */
	record Granted(String token) implements ClaimResult {

	}

	/**
	 * Somebody is running the operation.
	 *
	 * @param age for how long
	 * @since 0.1.0
	 */
	record InProgress(Duration age) implements ClaimResult {

	}

	/**
	 * Somebody began the operation and was lost: the lease ran out without an end.
	 *
	 * @param token the token of that claim, which proves to
	 * {@link IdempotencyStore#takeOver} that nothing has happened since
	 * @since 0.1.0
	 */
	record Abandoned(String token) implements ClaimResult {

	}

	/**
	 * The operation is over.
	 *
	 * @param outcome what is known of it
	 * @since 0.1.0
	 */
	record Completed(Outcome outcome) implements ClaimResult {

	}

	/**
	 * The key names an operation with another fingerprint.
	 *
	 * @since 0.1.0
	 */
	record Mismatch() implements ClaimResult {

	}

	/**
	 * The store has no room, or none for this caller. The operation is not known to it.
	 *
	 * @since 0.1.0
	 */
	record Full() implements ClaimResult {

	}

}
