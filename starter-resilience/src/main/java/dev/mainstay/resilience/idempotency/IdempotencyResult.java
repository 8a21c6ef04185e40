package dev.mainstay.resilience.idempotency;

import java.util.Locale;

/**
 * What became of a request that carried a key. Counted once for each.
 *
 * @since 0.1.0
 */
public enum IdempotencyResult {

	/**
	 * The first of its key: it ran.
	 */
	CREATED,

	/**
	 * It was answered with the stored answer.
	 */
	REPLAYED,

	/**
	 * It was refused because the first one was still running, or may be.
	 */
	IN_PROGRESS,

	/**
	 * It was refused because the key had been used for something else.
	 */
	MISMATCH,

	/**
	 * Its method takes no key: it ran.
	 */
	IGNORED,

	/**
	 * It ran without protection, because its body is too large to be compared, the store
	 * is full or the store is down.
	 */
	UNPROTECTED,

	/**
	 * It was refused because the header is not a key.
	 */
	INVALID,

	/**
	 * It was refused because the first one was answered with what could not be stored.
	 */
	NOT_REPLAYABLE,

	/**
	 * It was refused because nobody knows how the first one ended.
	 */
	OUTCOME_UNKNOWN,

	/**
	 * It was refused because the store has no room for it, or is down.
	 */
	STORE_UNAVAILABLE,

	/**
	 * It was refused because it carries no key, where one is required.
	 */
	MISSING,

	/**
	 * It was refused because its body is too large to be compared, where a key is
	 * required.
	 */
	TOO_LARGE;

	/**
	 * The name as it stands in headers and tags.
	 * @return the name in lower case, joined by hyphens
	 */
	public String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
