package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.CallRejectedException;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.retry.FailedAttempt;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.client.ClientHttpResponse;

/**
 * One call with its attempts. Everything happens on the calling thread.
 */
final class ResilientCall {

	private static final Logger logger = LoggerFactory.getLogger(ResilientCall.class);

	private static final Duration MAX_GRACE = Duration.ofMillis(20);

	private final ResilientRequest request;

	private final ResilientRequestFactory factory;

	private final @Nullable RetryPolicy retry;

	private final LogicalCall call;

	private final Authority authority;

	private final CallCourse course;

	private final boolean safeToRepeat;

	ResilientCall(ResilientRequest request, ResilientRequestFactory factory) {
		this.request = request;
		this.factory = factory;
		this.call = LogicalCall.of(request);
		this.safeToRepeat = SafeToRepeat.test(request);
		this.authority = Authority.of(request.getURI());
		Destination destination = factory.policy()
			.destinations()
			.of(ClientName.of(request.getAttributes()), this.authority);
		this.retry = destination.policy().retry();
		this.course = CallCourse.begin(destination);
	}

	ClientHttpResponse execute() throws IOException {
		if (this.retry != null && this.call.hasFailedAs(this.request)) {
			this.factory.retriesItself(this.authority);
		}
		try {
			return attempts();
		}
		catch (CallRejectedException rejection) {
			throw new RejectedRequestException(rejection);
		}
	}

	private ClientHttpResponse attempts() throws IOException {
		Attempt attempt = Attempt.of(this.request, this.course, this.safeToRepeat);
		Duration delay = delayAfter(attempt);
		while (delay != null) {
			waitFor(delay, attempt.unwantedAnswer());
			attempt = another(attempt);
			delay = delayAfter(attempt);
		}
		return attempt.result();
	}

	/** A failure is not hidden by what kept it from being mended. */
	private Attempt another(Attempt last) throws IOException {
		try {
			return Attempt.of(this.request, this.course, this.safeToRepeat);
		}
		catch (CallRejectedException rejection) {
			if (last.failure() == null) {
				throw rejection;
			}
			last.failure().addSuppressed(rejection);
			throw last.failure();
		}
	}

	/**
	 * How long to wait before the next attempt, {@code null} if there is to be none. A
	 * defect of the decision must not cost the caller the answer.
	 */
	private @Nullable Duration delayAfter(Attempt attempt) {
		if (this.retry == null) {
			return null;
		}
		try {
			FailureKind kind = attempt.kind(this.retry, this.safeToRepeat);
			this.call.failed(this.request, kind != null);
			return (kind != null) ? this.course.delayAfter(failed(attempt, kind), isRetryingItself()) : null;
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("A call was not made once more, because the decision failed", ex);
			return null;
		}
	}

	private FailedAttempt failed(Attempt attempt, FailureKind kind) {
		return new FailedAttempt(kind, attempt.retryAfter(), this.safeToRepeat, this.request.isReplayable());
	}

	private boolean isRetryingItself() {
		return this.factory.isRetryingItself(this.authority);
	}

	/**
	 * The body of the answer has the beginning of the wait to arrive, so that its
	 * connection can serve again, and does not keep the connection for the rest of it.
	 */
	private void waitFor(Duration delay, @Nullable UnwantedAnswer answer) throws IOException {
		if (answer == null) {
			sleep(delay);
			return;
		}
		Duration grace = (delay.compareTo(MAX_GRACE) > 0) ? MAX_GRACE : delay;
		try {
			answer.expect();
			sleep(grace);
		}
		finally {
			answer.discard();
		}
		sleep(delay.minus(grace));
	}

	private void sleep(Duration delay) throws IOException {
		if (delay.isZero()) {
			return;
		}
		try {
			this.factory.policy().sleeper().sleep(delay);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting to make a call once more");
		}
	}

}
