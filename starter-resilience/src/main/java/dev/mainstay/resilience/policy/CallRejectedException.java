package dev.mainstay.resilience.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A call that was not made. Nothing was sent, it is not made once more, and the other
 * side is not blamed for it. Without a stack trace of its own: it is thrown when there is
 * trouble enough, and whoever wraps it has one.
 *
 * @since 0.1.0
 */
public final class CallRejectedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final RejectionReason reason;

	private final @Nullable Duration retryAfter;

	/**
	 * Create the exception.
	 * @param message what was not called, and why
	 * @param reason why not
	 * @param retryAfter when it is worth another try, {@code null} if nobody knows
	 */
	public CallRejectedException(String message, RejectionReason reason, @Nullable Duration retryAfter) {
		super(message, null, false, false);
		this.reason = reason;
		this.retryAfter = retryAfter;
	}

	/**
	 * Why the call was not made.
	 * @return the reason
	 */
	public RejectionReason reason() {
		return this.reason;
	}

	/**
	 * When it is worth another try.
	 * @return how long to wait, {@code null} if nobody knows
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
