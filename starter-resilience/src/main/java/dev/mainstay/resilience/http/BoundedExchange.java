package dev.mainstay.resilience.http;

import java.io.IOException;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Executes a request with a bound for the head of the answer and one for each pause of
 * its body. Thread-safe.
 */
final class BoundedExchange implements Exchange {

	private final HeadTimeout head;

	private final Watchdog watchdog;

	private final HttpTimeouts timeouts;

	BoundedExchange(Watchdog watchdog, HttpTimeouts timeouts) {
		this.head = new HeadTimeout(watchdog, timeouts.response());
		this.watchdog = watchdog;
		this.timeouts = timeouts;
	}

	@Override
	public ClientHttpResponse execute(ClientHttpRequest request) throws IOException {
		return new GuardedResponse(this.head.execute(request), this.watchdog, this.timeouts.idle());
	}

}
