package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

import dev.mainstay.resilience.http.internal.Transmission;
import dev.mainstay.resilience.policy.CallCourse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.Assert;

/**
 * A call that may be made once more. Each attempt is a request of the application's own
 * factory, with the same headers, attributes and body. The headers and attributes are
 * those of the first attempt, so that a call that succeeds, as most do, copies nothing.
 */
final class ResilientRequest implements ClientHttpRequest, StreamingHttpOutputMessage {

	private static final String[] NONE = {};

	private final ResilientRequestFactory factory;

	private final URI uri;

	private final ClientHttpRequest first;

	private final RequestBody body = new RequestBody();

	/**
	 * Which headers the application has set, once there was an attempt. Others are added
	 * by that attempt and its client, and are none of the next one's. Spring's set of
	 * names is dearer than this.
	 */
	private String @Nullable [] headerNames;

	private boolean executed;

	ResilientRequest(ResilientRequestFactory factory, URI uri, ClientHttpRequest first) {
		this.factory = factory;
		this.uri = uri;
		this.first = first;
	}

	@Override
	public HttpMethod getMethod() {
		return this.first.getMethod();
	}

	/** As it was asked for: some clients put theirs together again at each call. */
	@Override
	public URI getURI() {
		return this.uri;
	}

	@Override
	public Map<String, Object> getAttributes() {
		return this.first.getAttributes();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.first.getHeaders();
	}

	@Override
	public OutputStream getBody() {
		requireNotExecuted();
		return this.body.collect();
	}

	@Override
	public void setBody(Body body) {
		requireNotExecuted();
		this.body.set(body);
	}

	@Override
	public ClientHttpResponse execute() throws IOException {
		requireNotExecuted();
		ClientHttpResponse response = new ResilientCall(this, this.factory).execute();
		this.executed = true;
		return response;
	}

	private void requireNotExecuted() {
		Assert.state(!this.executed, "ClientHttpRequest already executed");
	}

	/** Whether the body that was sent can be sent again. */
	boolean isReplayable() {
		return this.body.isReplayable();
	}

	/** Send the request once. */
	ClientHttpResponse send(Transmission transmission, CallCourse course) throws IOException {
		String[] names = this.headerNames;
		ClientHttpRequest attempt = (names != null) ? again(names) : this.first;
		if (names == null) {
			this.headerNames = this.first.getHeaders().toSingleValueMap().keySet().toArray(NONE);
		}
		this.factory.policy().headers().addTo(attempt.getHeaders(), course.deadline(), course.attemptNumber());
		this.body.writeTo(attempt, transmission);
		return attempt.execute();
	}

	private ClientHttpRequest again(String[] names) throws IOException {
		ClientHttpRequest attempt = this.factory.getDelegate().createRequest(this.uri, getMethod());
		for (String name : names) {
			List<String> values = getHeaders().get(name);
			attempt.getHeaders().addAll(name, (values != null) ? values : List.of());
		}
		attempt.getAttributes().putAll(getAttributes());
		return attempt;
	}

}
