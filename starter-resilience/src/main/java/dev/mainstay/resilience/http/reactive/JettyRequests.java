package dev.mainstay.resilience.http.reactive;

import java.io.IOException;

import dev.mainstay.resilience.http.internal.Transmission;
import org.eclipse.jetty.client.Request;

/**
 * How a request of Jetty is given up: to cancel the body of its answer does not close the
 * connection while nothing of it comes, or it comes in pieces.
 */
final class JettyRequests {

	private JettyRequests() {
	}

	static void giveUpWith(Transmission transmission, Object request) {
		if (request instanceof Request jetty) {
			transmission.abortBy(() -> jetty.abort(new IOException("The answer came too late")));
		}
	}

}
