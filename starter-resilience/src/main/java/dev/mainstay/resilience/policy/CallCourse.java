package dev.mainstay.resilience.policy;

import java.time.Duration;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.retry.CallProgress;
import dev.mainstay.resilience.retry.FailedAttempt;
import dev.mainstay.resilience.retry.InboundAttempt;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetryingClient;
import org.jspecify.annotations.Nullable;

/**
 * The course of one call through everything that it is made under, and the one place that
 * knows the order: total deadline, the wait that the other side asked for, retries with
 * their budget, circuit breaker, rate limit, concurrency limit, the time of an attempt.
 * It decides; whoever makes the call, on a thread or in a reactive chain, asks it, sends
 * and waits. A limit is asked again for every attempt, and no place is held while a call
 * waits. For one call; may move between threads, not be shared by them.
 *
 * @since 0.1.0
 */
public final class CallCourse {

	private final Destination destination;

	private final ClientPolicy policy;

	private final @Nullable Deadline deadline;

	private final int inboundAttempt;

	private final long start;

	private int attempts;

	private CallCourse(Destination destination, @Nullable Deadline deadline, int inboundAttempt) {
		this.destination = destination;
		this.policy = destination.policy();
		Duration total = this.policy.times().total();
		this.deadline = Deadline.earlier(deadline,
				(total != null) ? Deadline.after(total, destination.nanoTime()) : null);
		this.inboundAttempt = inboundAttempt;
		this.start = destination.nanoTime().getAsLong();
	}

	/**
	 * Begin a call that the current thread makes, under its deadline.
	 * @param destination where it goes
	 * @return its course
	 */
	public static CallCourse begin(Destination destination) {
		return begin(destination, Deadline.current(), InboundAttempt.number());
	}

	/**
	 * Begin a call.
	 * @param destination where it goes
	 * @param deadline the deadline of the work that it is made for, {@code null} for none
	 * @param inboundAttempt how often the caller of this service has asked for that work
	 * @return its course
	 */
	public static CallCourse begin(Destination destination, @Nullable Deadline deadline, int inboundAttempt) {
		destination.counts().call();
		return new CallCourse(destination, deadline, inboundAttempt);
	}

	/**
	 * Begin an attempt. Called for each, after the wait before it.
	 * @return the permit, to be closed when the attempt is over
	 * @throws CallRejectedException if it is not to be made
	 */
	public Permit attempt() {
		if (this.deadline != null && this.deadline.isPast()) {
			throw rejected(new CallRejectedException("No time is left to call " + this.destination,
					RejectionReason.DEADLINE, null));
		}
		requireNoPause();
		Permit permit = admit();
		boolean first = this.attempts++ == 0;
		this.destination.counts().attempt(first);
		if (first) {
			this.destination.budget().firstAttempt();
		}
		return permit;
	}

	/**
	 * A pause that a caller could be made to wait for is kept by the call that was asked
	 * for it, a longer one by all: if everybody slept for the second that one answer
	 * asked for, the threads of this service would soon sleep.
	 */
	private void requireNoPause() {
		long nanos = this.destination.notBefore().remainingNanos();
		RetryPolicy retry = this.policy.retry();
		if (nanos > 0 && retry != null && !retry.mayWait(Duration.ofNanos(nanos))) {
			throw rejected(new CallRejectedException(this.destination + " asked to be left alone",
					RejectionReason.NOT_BEFORE, Duration.ofNanos(nanos)));
		}
	}

	private Permit admit() {
		try {
			return this.destination.admit();
		}
		catch (CallRejectedException rejection) {
			throw rejected(rejection);
		}
	}

	private CallRejectedException rejected(CallRejectedException rejection) {
		this.destination.counts().rejected(rejection);
		return rejection;
	}

	/**
	 * Which attempt this is.
	 * @return 1 for the first
	 */
	public int attemptNumber() {
		return this.attempts;
	}

	/**
	 * Until when the whole call has to be over.
	 * @return the deadline, {@code null} if there is none
	 */
	public @Nullable Deadline deadline() {
		return this.deadline;
	}

	/**
	 * Until when the attempt that begins now has to be over, with a body that is not
	 * streamed.
	 * @return the deadline, {@code null} if there is none
	 */
	public @Nullable Deadline attemptDeadline() {
		Duration attempt = this.policy.times().attempt();
		return Deadline.earlier(this.deadline,
				(attempt != null) ? Deadline.after(attempt, this.destination.nanoTime()) : null);
	}

	/**
	 * Decide on another attempt after one that failed in a way that may have been
	 * transient. Called once for each.
	 * @param failed the attempt that failed
	 * @param retriesItself whether the client was seen to make a call more than once by
	 * itself
	 * @return how long to wait before the next attempt, {@code null} if there is to be
	 * none
	 */
	public @Nullable Duration delayAfter(FailedAttempt failed, boolean retriesItself) {
		RetryPolicy retry = this.policy.retry();
		if (retry == null) {
			return null;
		}
		Duration asked = retry.leaveAlone(failed);
		if (asked != null) {
			this.destination.notBefore().leaveAloneFor(asked);
		}
		RetryingClient client = new RetryingClient(this.policy.name(), this.destination.budget(), retriesItself,
				this.destination.isClosed());
		return retry.delayBeforeRetry(client, afterPause(failed, asked), progress());
	}

	/** What another call was asked for meanwhile counts for this one, too. */
	private FailedAttempt afterPause(FailedAttempt failed, @Nullable Duration asked) {
		long nanos = this.destination.notBefore().remainingNanos();
		if (nanos <= 0 || (asked != null && nanos <= asked.toNanos())) {
			return failed;
		}
		long seconds = Duration.ofNanos(nanos).plusSeconds(1).toSeconds();
		return new FailedAttempt(failed.kind(), Long.toString(seconds), failed.safeToRepeat(), failed.replayable());
	}

	private CallProgress progress() {
		Duration elapsed = Duration.ofNanos(Math.max(0, this.destination.nanoTime().getAsLong() - this.start));
		return new CallProgress(this.attempts - 1, elapsed, (this.deadline != null) ? this.deadline.remaining() : null,
				this.inboundAttempt);
	}

}
