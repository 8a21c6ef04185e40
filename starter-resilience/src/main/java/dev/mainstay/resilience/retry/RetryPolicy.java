package dev.mainstay.resilience.retry;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Decides on another attempt. The cheap and certain reasons against it come first; the
 * budget comes last, because asking it uses it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RetryPolicy {

	private static final int SERVER_ERROR = 500;

	private final RetrySettings settings;

	private final Backoff backoff;

	private final Clock clock;

	private final RetryListener listener;

	/**
	 * Create a policy.
	 * @param settings how often to retry, and how long to wait
	 * @param backoff the delay before each retry
	 * @param clock tells how far away a date is that the other side names
	 * @param listener told of every decision
	 */
	public RetryPolicy(RetrySettings settings, Backoff backoff, Clock clock, RetryListener listener) {
		this.settings = settings;
		this.backoff = backoff;
		this.clock = clock;
		this.listener = listener;
	}

	/**
	 * The same policy with another number of retries.
	 * @param maxRetries how often a call is made once more at most
	 * @return the policy
	 */
	public RetryPolicy withMaxRetries(int maxRetries) {
		return new RetryPolicy(this.settings.withMaxRetries(maxRetries), this.backoff, this.clock, this.listener);
	}

	/**
	 * How often a call is made once more at most.
	 * @return the number of retries
	 */
	public int maxRetries() {
		return this.settings.maxRetries();
	}

	/**
	 * The same policy with another longest pause.
	 * @param maxNotBefore for how long at most all callers leave the other side alone
	 * @return the policy
	 */
	public RetryPolicy withMaxNotBefore(Duration maxNotBefore) {
		return new RetryPolicy(this.settings.withMaxNotBefore(maxNotBefore), this.backoff, this.clock, this.listener);
	}

	/**
	 * Whether any call is ever made once more.
	 * @return whether retries are allowed at all
	 */
	public boolean mayRetry() {
		return this.settings.maxRetries() > 0;
	}

	/**
	 * Classify an answer.
	 * @param status the status of the answer
	 * @return the kind of failure, or {@code null} if the answer is final
	 */
	public @Nullable FailureKind kindOf(int status) {
		boolean defect = status == SERVER_ERROR && this.settings.retryServerErrors();
		return defect ? FailureKind.AMBIGUOUS : FailureKind.of(status);
	}

	/**
	 * Whether a caller is made to wait for as long as the other side asked for.
	 * @param wait how long
	 * @return whether it is no longer than the longest wait
	 */
	public boolean mayWait(Duration wait) {
		return wait.compareTo(this.settings.maxRetryAfter()) <= 0;
	}

	/**
	 * For how long all callers are to leave the other side alone after an attempt.
	 * @param attempt the attempt that failed
	 * @return how long, {@code null} if it did not ask for that
	 */
	public @Nullable Duration leaveAlone(FailedAttempt attempt) {
		if (attempt.kind() != FailureKind.REFUSED) {
			return null;
		}
		Duration asked = RetryAfter.parse(attempt.retryAfter(), this.clock);
		Duration max = this.settings.maxNotBefore();
		return (asked != null && asked.compareTo(max) > 0) ? max : asked;
	}

	/**
	 * Decide on another attempt of a call.
	 * @param client the client that makes the call, with its budget
	 * @param attempt the attempt that failed
	 * @param progress what the call has been through
	 * @return how long to wait before it, or {@code null} if there is to be none
	 */
	public @Nullable Duration delayBeforeRetry(RetryingClient client, FailedAttempt attempt, CallProgress progress) {
		Duration retryAfter = RetryAfter.parse(attempt.retryAfter(), this.clock);
		Duration delay = this.backoff.delay(progress.retries(), retryAfter);
		Suppression reason = reasonOfCall(attempt, progress);
		reason = (reason != null) ? reason : reasonOfTime(retryAfter, delay, progress);
		reason = (reason != null) ? reason : reasonOfClient(client, attempt.kind());
		if (reason != null) {
			this.listener.onSuppressed(client.name(), reason);
			return null;
		}
		this.listener.onRetry(client.name(), attempt.kind());
		return delay;
	}

	private @Nullable Suppression reasonOfCall(FailedAttempt attempt, CallProgress progress) {
		if (attempt.kind() != FailureKind.NEVER_SENT && !attempt.safeToRepeat()) {
			return Suppression.METHOD;
		}
		if (!attempt.replayable()) {
			return Suppression.BODY;
		}
		if (progress.inboundAttempt() > 1) {
			return Suppression.INBOUND_RETRY;
		}
		return (progress.retries() >= this.settings.maxRetries()) ? Suppression.ATTEMPTS : null;
	}

	/** What counts is when the next attempt would begin, not when this one ended. */
	private @Nullable Suppression reasonOfTime(@Nullable Duration retryAfter, Duration delay, CallProgress progress) {
		if (retryAfter != null && !mayWait(retryAfter)) {
			return Suppression.RETRY_AFTER;
		}
		Duration remaining = progress.remaining();
		if (remaining != null && delay.compareTo(remaining) >= 0) {
			return Suppression.DEADLINE;
		}
		Duration beginOfNext = progress.elapsed().plus(delay);
		return (beginOfNext.compareTo(this.settings.maxElapsed()) >= 0) ? Suppression.ELAPSED : null;
	}

	private static @Nullable Suppression reasonOfClient(RetryingClient client, FailureKind kind) {
		if (client.retriesItself() || SurroundingRetry.isPresent()) {
			return Suppression.ALREADY_RETRYING;
		}
		if (client.rejecting()) {
			return Suppression.CIRCUIT_OPEN;
		}
		return client.budget().tryRetry(kind.cost()) ? null : Suppression.BUDGET;
	}

}
