package dev.mainstay.resilience.http.reactive;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import dev.mainstay.resilience.http.internal.Patience;
import dev.mainstay.resilience.http.internal.Transmission;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.Permit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * What an attempt is sent under, from its beginning until the body of its answer has
 * ended or was given up. Thread-safe.
 */
final class Sending {

	private final Permit permit;

	private final Transmission transmission = Transmission.unbound();

	private final ConnectorTimeouts timeouts;

	private final @Nullable Deadline deadline;

	private final boolean ofCall;

	private final Patience head;

	private volatile boolean limitedByApplication;

	private volatile boolean answered;

	private volatile boolean over;

	private volatile @Nullable IOException failure;

	private volatile @Nullable Guarded<?> target;

	private volatile @Nullable Disposable task;

	private Sending(Permit permit, CallCourse course, ConnectorTimeouts timeouts) {
		this.permit = permit;
		this.timeouts = timeouts;
		this.deadline = course.attemptDeadline();
		this.ofCall = this.deadline == course.deadline();
		this.head = new Patience(timeouts.head(), Sending::later,
				() -> fail(late("No response for " + timeouts.head() + " after the request")));
	}

	static Sending begin(CallCourse course, ConnectorTimeouts timeouts) {
		return new Sending(course.attempt(), course, timeouts);
	}

	Permit permit() {
		return this.permit;
	}

	Transmission transmission() {
		return this.transmission;
	}

	Patience head() {
		return this.head;
	}

	/** The application limits this request itself, whatever it has set for others. */
	void limitedByApplication() {
		this.limitedByApplication = true;
		this.head.over();
	}

	/** From now on the head of the answer is waited for. */
	void waitForHead(Guarded<?> head) {
		this.target = head;
		this.head.waiting();
		Deadline deadline = this.deadline;
		if (deadline != null) {
			this.task = Schedulers.parallel()
				.schedule(this::runOut, Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
		}
		if (this.over) {
			over();
		}
	}

	/** The head is there. */
	void answered() {
		this.answered = true;
		this.target = null;
		this.head.over();
	}

	boolean isAnswered() {
		return this.answered;
	}

	/** From now on the body is read. */
	void waitForBody(Guarded<?> body) {
		this.target = body;
		IOException failure = this.failure;
		if (failure != null) {
			body.fail(failure);
		}
	}

	private static Runnable later(Runnable task, long nanos) {
		return Schedulers.parallel().schedule(task, nanos, TimeUnit.NANOSECONDS)::dispose;
	}

	/** How long the body is waited for while it is asked for. */
	Patience body() {
		return new Patience(this.limitedByApplication ? null : this.timeouts.idle(), Sending::later,
				() -> fail(late("No byte of the response body for " + this.timeouts.idle())));
	}

	/** What is streamed has no time to be over in. */
	void streamed() {
		Disposable task = this.task;
		if (task != null) {
			task.dispose();
		}
	}

	private void runOut() {
		fail(this.ofCall ? new DeadlineExceededException("The deadline of the call has passed")
				: late("The attempt took longer than it may"));
	}

	private static IOException late(String message) {
		return new SocketTimeoutException(message);
	}

	private void fail(IOException failure) {
		this.failure = failure;
		Guarded<?> target = this.target;
		if (target != null) {
			target.fail(failure);
		}
		else {
			giveUp();
		}
	}

	/** Whether the time was over, of the whole call and not of this attempt alone. */
	boolean hasEndedCall() {
		return this.failure instanceof DeadlineExceededException;
	}

	/** Nobody waits for anything any more. */
	void giveUp() {
		this.transmission.abort();
		over();
	}

	/** The attempt is over. */
	void over() {
		this.over = true;
		this.head.over();
		streamed();
		this.permit.close();
	}

}
