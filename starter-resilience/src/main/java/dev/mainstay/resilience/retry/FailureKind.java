package dev.mainstay.resilience.retry;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * What a failed attempt tells about whether the other side may have acted on it.
 *
 * @since 0.1.0
 */
public enum FailureKind {

	/**
	 * The other side never got the request: no connection was made.
	 */
	NEVER_SENT(1),

	/**
	 * The other side refused it, and said that it may come again: 429, 503.
	 */
	REFUSED(1),

	/**
	 * The other side may have acted on it: 408, 425, 502, 504, a connection lost.
	 */
	AMBIGUOUS(1),

	/**
	 * No answer came in time. It costs double, because whoever is slow is most likely
	 * overloaded, and the first attempt may still be running there.
	 */
	TIMED_OUT(2);

	private final int cost;

	FailureKind(int cost) {
		this.cost = cost;
	}

	/**
	 * What a retry after such a failure costs of the budget.
	 * @return the cost
	 */
	public int cost() {
		return this.cost;
	}

	/**
	 * Classify an answer.
	 * @param status the status of the answer
	 * @return the kind, or {@code null} if the answer is final; 500 is, as a defect of
	 * the other side does not go away within a second
	 */
	public static @Nullable FailureKind of(int status) {
		return switch (status) {
			case 429, 503 -> REFUSED;
			case 408, 425, 502, 504 -> AMBIGUOUS;
			default -> null;
		};
	}

	/**
	 * Classify an attempt without an answer.
	 * @param failure what was thrown
	 * @return the kind, or {@code null} if another attempt would not help or must not be
	 * made
	 */
	public static @Nullable FailureKind of(IOException failure) {
		return Thread.currentThread().isInterrupted() ? null : Failures.classify(failure);
	}

}
