package dev.mainstay.resilience.http.reactive;

import java.time.Duration;

import dev.mainstay.resilience.http.RejectedRequestException;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.CallRejectedException;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.retry.FailedAttempt;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * One call with its attempts, from the subscription on. Nothing waits on a thread.
 */
final class ResilientExchange {

	private static final Logger logger = LoggerFactory.getLogger(ResilientExchange.class);

	private static final Duration MAX_GRACE = Duration.ofMillis(20);

	private final ReactiveCall call;

	private final CallCourse course;

	private final @Nullable RetryPolicy retry;

	private final Noted noted;

	private volatile @Nullable Outcome last;

	private volatile @Nullable Sending current;

	private volatile boolean gone;

	ResilientExchange(ReactiveCall call, Destination destination, CallCourse course, Noted noted) {
		this.call = call;
		this.course = course;
		this.retry = destination.policy().retry();
		this.noted = noted;
	}

	Mono<ClientHttpResponse> execute() {
		return attempts().onErrorMap(CallRejectedException.class, RejectedRequestException::new)
			.doOnCancel(this::cancelled);
	}

	private Mono<ClientHttpResponse> attempts() {
		return Mono.defer(this::attempt).flatMap(this::goOn);
	}

	private Mono<Outcome> attempt() {
		Sending sending = Sending.begin(this.course, this.call.timeouts());
		this.last = null;
		this.current = sending;
		Mono<ClientHttpResponse> head = Mono
			.defer(() -> this.call.send(sending, (headers) -> this.call.tell(headers, this.course)));
		return new AwaitedHead(head, sending).map((response) -> Outcome.of(response, sending))
			.onErrorResume((failure) -> Mono.just(Outcome.of(failure, sending)))
			.doOnNext(this::ended);
	}

	private void ended(Outcome outcome) {
		this.last = outcome;
		outcome.sending().permit().answered(outcome.says(this.call.recording()));
		if (!this.call.isSafeToRepeat() && outcome.mayHaveHadAnEffect()) {
			this.noted.effect();
		}
		ReactiveAnswer answer = outcome.answer();
		if (answer == null) {
			outcome.sending().over();
		}
		else if (this.gone) {
			answer.abandoned();
		}
	}

	private Mono<ClientHttpResponse> goOn(Outcome outcome) {
		Duration delay = delayAfter(outcome);
		if (delay == null) {
			return outcome.result();
		}
		ReactiveAnswer answer = outcome.answer();
		Mono<?> wait = Mono.delay(delay);
		if (answer != null) {
			wait = Mono.when(wait, answer.discard((delay.compareTo(MAX_GRACE) > 0) ? MAX_GRACE : delay));
		}
		return wait
			.then(attempts().onErrorMap(CallRejectedException.class, (rejection) -> notHidden(outcome, rejection)));
	}

	/** A failure is not hidden by what kept it from being mended. */
	private static Throwable notHidden(Outcome last, CallRejectedException rejection) {
		Throwable failure = last.failure();
		if (failure == null) {
			return rejection;
		}
		failure.addSuppressed(rejection);
		return failure;
	}

	/**
	 * How long to wait before the next attempt, {@code null} if there is to be none. A
	 * defect of the decision must not cost the caller the answer.
	 */
	private @Nullable Duration delayAfter(Outcome outcome) {
		if (this.retry == null) {
			return null;
		}
		try {
			boolean safe = this.call.isSafeToRepeat();
			FailureKind kind = outcome.kind(this.retry, this.call.recording(), safe);
			this.noted.failed(kind != null);
			return (kind != null) ? this.course.delayAfter(
					new FailedAttempt(kind, outcome.retryAfter(), safe, this.call.recording().isReplayable()),
					this.noted.isRepeating()) : null;
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("A call was not made once more, because the decision failed", ex);
			return null;
		}
	}

	/**
	 * Nobody waits any more, which says nothing about the other side. An answer that
	 * comes meanwhile is not there yet, and its end sees that nobody wants it.
	 */
	private void cancelled() {
		this.gone = true;
		Outcome outcome = this.last;
		Sending sending = this.current;
		if (outcome != null && outcome.answer() != null) {
			outcome.answer().abandoned();
		}
		else if (outcome == null && sending != null && !this.call.isSafeToRepeat()
				&& !sending.transmission().neverBegan()) {
			this.noted.effect();
		}
	}

	/**
	 * What others are told about the call.
	 */
	interface Noted {

		/** It may have had an effect elsewhere. */
		void effect();

		/** Whether the last attempt failed in a way that is worth a retry. */
		void failed(boolean failed);

		/** Whether the application makes failed calls again by itself. */
		boolean isRepeating();

	}

}
