package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

import dev.mainstay.resilience.retry.CallProgress;
import dev.mainstay.resilience.retry.FailedAttempt;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryBudget;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetryingClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.client.ClientHttpResponse;

/**
 * One call with its attempts. Everything happens on the calling thread.
 */
final class RetriedCall {

	private static final Logger logger = LoggerFactory.getLogger(RetriedCall.class);

	private static final Duration MAX_GRACE = Duration.ofMillis(20);

	private final ResilientRequest request;

	private final ResilientRequestFactory factory;

	private final RetryPolicy retry;

	private final LogicalCall call;

	private final Authority authority;

	private final RetryBudget budget;

	private final boolean safeToRepeat;

	private final long start = System.nanoTime();

	private int retries;

	RetriedCall(ResilientRequest request, ResilientRequestFactory factory, RetryPolicy retry) {
		this.request = request;
		this.factory = factory;
		this.retry = retry;
		this.call = LogicalCall.of(request);
		this.safeToRepeat = SafeToRepeat.test(request);
		this.authority = Authority.of(request.getURI());
		CallPolicy policy = factory.policy();
		this.budget = policy.budgets().of(policy.client(), this.authority.host(), this.authority.port());
	}

	ClientHttpResponse execute() throws IOException {
		if (this.call.hasFailedAs(this.request)) {
			this.factory.retriesItself(this.authority);
		}
		this.budget.firstAttempt();
		Attempt attempt = Attempt.of(this.request, this.safeToRepeat);
		Duration delay = delayAfter(attempt);
		while (delay != null) {
			waitFor(delay, attempt.unwantedAnswer());
			this.retries++;
			attempt = Attempt.of(this.request, this.safeToRepeat);
			delay = delayAfter(attempt);
		}
		return attempt.result();
	}

	/**
	 * How long to wait before the next attempt, {@code null} if there is to be none. A
	 * defect of the decision must not cost the caller the answer.
	 */
	private @Nullable Duration delayAfter(Attempt attempt) {
		try {
			FailureKind kind = attempt.kind(this.retry, this.safeToRepeat);
			this.call.failed(this.request, kind != null);
			return (kind != null) ? delayAfter(attempt, kind) : null;
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("A call was not made once more, because the decision failed", ex);
			return null;
		}
	}

	private @Nullable Duration delayAfter(Attempt attempt, FailureKind kind) {
		RetryingClient client = new RetryingClient(this.factory.policy().client(), this.budget,
				this.factory.isRetryingItself(this.authority));
		FailedAttempt failed = new FailedAttempt(kind, attempt.retryAfter(), this.safeToRepeat,
				this.request.isReplayable());
		Duration elapsed = Duration.ofNanos(System.nanoTime() - this.start);
		return this.retry.delayBeforeRetry(client, failed, new CallProgress(this.retries, elapsed));
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
