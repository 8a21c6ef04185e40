package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

import dev.mainstay.resilience.http.internal.Transmission;
import dev.mainstay.resilience.retry.RetryPolicy;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * A call that may be made once more. Each attempt is a request of the application's own
 * factory, with the same headers, attributes and body.
 */
final class ResilientRequest extends AbstractClientHttpRequest implements StreamingHttpOutputMessage {

	private final ResilientRequestFactory factory;

	private final ClientHttpRequest first;

	private final RequestBody body = new RequestBody();

	private boolean sent;

	ResilientRequest(ResilientRequestFactory factory, ClientHttpRequest first) {
		this.factory = factory;
		this.first = first;
	}

	@Override
	public HttpMethod getMethod() {
		return this.first.getMethod();
	}

	@Override
	public URI getURI() {
		return this.first.getURI();
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
		RetryPolicy retry = this.factory.policy().retry();
		if (retry == null) {
			return Attempt.of(this, SafeToRepeat.test(this)).result();
		}
		return new RetriedCall(this, this.factory, retry).execute();
	}

	/** Whether the body that was sent can be sent again. */
	boolean isReplayable() {
		return this.body.isReplayable();
	}

	/** Send the request once. */
	ClientHttpResponse send(Transmission transmission) throws IOException {
		ClientHttpRequest attempt = this.sent ? this.factory.getDelegate().createRequest(getURI(), getMethod())
				: this.first;
		this.sent = true;
		getHeaders().forEach((name, values) -> attempt.getHeaders().addAll(name, values));
		attempt.getAttributes().putAll(getAttributes());
		this.body.writeTo(attempt, transmission);
		return attempt.execute();
	}

}
