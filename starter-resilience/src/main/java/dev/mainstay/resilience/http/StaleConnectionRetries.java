package dev.mainstay.resilience.http;

import java.io.IOException;
import java.net.SocketException;

import dev.mainstay.resilience.http.internal.Transmission;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * The strategy of one Apache HttpComponents client whose calls are retried by us. All
 * that the client still does by itself is to send an idempotent request on another
 * connection when one from the pool, which has answered before, turns out to be closed.
 * After a restart of the other side all of them are, and a call may meet several. It
 * knows whether it is the one in use: the client asks its strategy after every attempt
 * whose request could be repeated. Thread-safe.
 */
final class StaleConnectionRetries implements HttpRequestRetryStrategy, TransportRetries {

	/** As many as a pool has connections to one host by default. */
	private static final int MAX = 5;

	private volatile boolean asked;

	@Override
	public boolean areMade() {
		return !this.asked;
	}

	@Override
	public boolean retryRequest(HttpRequest request, IOException failure, int count, HttpContext context) {
		this.asked = true;
		return count <= MAX && !isAborted() && Method.isIdempotent(request.getMethod()) && isLoss(failure)
				&& isReused(context);
	}

	/** A connection that was given up is no stale one. */
	private static boolean isAborted() {
		Transmission transmission = Transmission.current();
		return transmission != null && transmission.isAborted();
	}

	private static boolean isLoss(IOException failure) {
		return failure instanceof NoHttpResponseException || failure instanceof ConnectionClosedException
				|| failure.getClass() == SocketException.class;
	}

	private static boolean isReused(HttpContext context) {
		EndpointDetails endpoint = HttpCoreContext.cast(context).getEndpointDetails();
		return endpoint != null && endpoint.getResponseCount() > 0;
	}

	@Override
	public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
		this.asked = true;
		return false;
	}

	@Override
	public TimeValue getRetryInterval(HttpResponse response, int count, HttpContext context) {
		return TimeValue.ZERO_MILLISECONDS;
	}

}
