package dev.mainstay.resilience.http.reactive;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;

/**
 * A request of which the application may take the native one, for which it then sets the
 * timeouts itself if it wants any: what it sets cannot be seen.
 */
abstract class NativelySeenRequest extends ClientHttpRequestDecorator {

	private final Sending sending;

	NativelySeenRequest(ClientHttpRequest request, Sending sending) {
		super(request);
		this.sending = sending;
	}

	final Sending sending() {
		return this.sending;
	}

	@Override
	public final <T> T getNativeRequest() {
		this.sending.limitedByApplication();
		return super.getNativeRequest();
	}

}
