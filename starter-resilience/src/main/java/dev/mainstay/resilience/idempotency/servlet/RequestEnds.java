package dev.mainstay.resilience.idempotency.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/**
 * Settles what no dispatch has settled, when the container is done with a request: an
 * error page that was never written, an answer that was written without a dispatch.
 *
 * @since 0.1.0
 */
public final class RequestEnds implements ServletRequestListener {

	private volatile boolean seen;

	/**
	 * Whether the container tells of requests. A mock of a container does not, and has no
	 * error pages either.
	 */
	boolean areSeen() {
		return this.seen;
	}

	@Override
	public void requestInitialized(ServletRequestEvent event) {
		if (!this.seen) {
			this.seen = true;
		}
	}

	@Override
	public void requestDestroyed(ServletRequestEvent event) {
		RecordedExchange exchange = RecordedExchange.of(event.getServletRequest());
		if (exchange != null && !isAsyncStarted(event.getServletRequest())) {
			exchange.ended();
		}
	}

	/** Tomcat refuses to say once asynchronous processing has failed, and so ended. */
	private static boolean isAsyncStarted(ServletRequest request) {
		try {
			return request.isAsyncStarted();
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

}
