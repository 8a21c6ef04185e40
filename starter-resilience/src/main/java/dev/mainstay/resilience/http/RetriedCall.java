package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

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

	private final ResilientRequest request;

	private final ResilientRequestFactory factory;

	private final RetryPolicy retry;

	private final LogicalCall call;

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
		this.budget = factory.policy().budgets().of(factory.policy().client(), authority(request.getURI()));
	}

	ClientHttpResponse execute() throws IOException {
		if (this.call.hasFailed()) {
			this.factory.retriesItself(this.request.getURI());
		}
		this.budget.firstAttempt();
		Attempt attempt = Attempt.of(this.request, this.safeToRepeat);
		Duration delay = delayAfter(attempt);
		while (delay != null) {
			attempt.discard();
			sleep(delay);
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
			this.call.failed(kind != null);
			return (kind != null) ? delayAfter(attempt, kind) : null;
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("A call was not made once more, because the decision failed", ex);
			return null;
		}
	}

	private @Nullable Duration delayAfter(Attempt attempt, FailureKind kind) {
		RetryingClient client = new RetryingClient(this.factory.policy().client(), this.budget,
				this.factory.isRetryingItself());
		FailedAttempt failed = new FailedAttempt(kind, attempt.retryAfter(), this.safeToRepeat,
				this.request.isReplayable());
		Duration elapsed = Duration.ofNanos(System.nanoTime() - this.start);
		return this.retry.delayBeforeRetry(client, failed, new CallProgress(this.retries, elapsed));
	}

	private void sleep(Duration delay) throws IOException {
		try {
			this.factory.policy().sleeper().sleep(delay);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting to make a call once more");
		}
	}

	/** Host and port, without what a URI may say of a user: these share one budget. */
	static String authority(URI uri) {
		String host = (uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : "";
		int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
		return host + ":" + ((uri.getPort() >= 0) ? uri.getPort() : standard);
	}

}
