package dev.mainstay.resilience.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An operation was undone because another one of the same key was recorded first. Whoever
 * asked for it is answered with what that one has become.
 *
 * @since 0.1.0
 */
public final class LostClaimException extends RuntimeException {

	/**
	 * Create it.
	 * @param cause what the database said, {@code null} if it was no failure
	 */
	public LostClaimException(@Nullable Throwable cause) {
		super("Another request with the idempotency key was recorded first", cause);
	}

}
