package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

import dev.mainstay.resilience.retry.FailedAttempt;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryBudget;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetryingClient;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A call that is made once more where that is safe. Everything happens on the calling
 * thread. Each attempt is a request of its own, with the same headers, attributes and
 * body.
 */
final class ResilientRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {

	/** RFC 9110, 9.2.2. */
	private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS,
			HttpMethod.TRACE, HttpMethod.PUT, HttpMethod.DELETE);

	private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

	private final ResilientRequestFactory factory;

	private final URI uri;

	private final HttpMethod method;

	private final RequestBody body = new RequestBody();

	ResilientRequest(ResilientRequestFactory factory, URI uri, HttpMethod method) {
		this.factory = factory;
		this.uri = uri;
		this.method = method;
	}

	@Override
	public HttpMethod getMethod() {
		return this.method;
	}

	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	protected OutputStream getBodyInternal(HttpHeaders headers) {
		return this.body.collect();
	}

	@Override
	public void setBody(Body body) {
		assertNotExecuted();
		this.body.set(body);
	}

	@Override
	protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
		CallPolicy policy = this.factory.policy();
		RetryPolicy retry = policy.retry();
		if (getAttributes().get(LogicalCall.ATTRIBUTE) instanceof LogicalCall call && call.isRepeated()) {
			this.factory.retriesItself();
		}
		if (retry == null) {
			return attempt(headers);
		}
		RetryBudget budget = policy.budgets().of(policy.client(), String.valueOf(this.uri.getAuthority()));
		budget.firstAttempt();
		return attempts(headers, retry, budget);
	}

	private ClientHttpResponse attempts(HttpHeaders headers, RetryPolicy retry, RetryBudget budget) throws IOException {
		for (int retries = 0;; retries++) {
			try {
				ClientHttpResponse response = attempt(headers);
				FailureKind kind = FailureKind.of(response.getStatusCode().value());
				Duration delay = delay(retry, budget, kind, response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER),
						retries);
				if (delay == null) {
					return response;
				}
				response.close();
				sleep(delay);
			}
			catch (IOException ex) {
				Duration delay = delay(retry, budget, FailureKind.of(ex), null, retries);
				if (delay == null) {
					throw ex;
				}
				sleep(delay);
			}
		}
	}

	private @Nullable Duration delay(RetryPolicy retry, RetryBudget budget, @Nullable FailureKind kind,
			@Nullable String retryAfter, int retries) {
		if (kind == null) {
			return null;
		}
		boolean safe = IDEMPOTENT.contains(this.method) || getHeaders().containsHeader(IDEMPOTENCY_KEY);
		RetryingClient client = new RetryingClient(this.factory.policy().client(), budget,
				this.factory.isRetryingItself());
		return retry.delayBeforeRetry(client, new FailedAttempt(kind, retryAfter, safe, this.body.isReplayable()),
				retries);
	}

	private ClientHttpResponse attempt(HttpHeaders headers) throws IOException {
		ClientHttpRequest request = this.factory.getDelegate().createRequest(this.uri, this.method);
		headers.forEach((name, values) -> request.getHeaders().addAll(name, values));
		request.getAttributes().putAll(getAttributes());
		this.body.writeTo(request);
		return this.factory.exchange().execute(request);
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

}
