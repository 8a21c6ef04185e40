package dev.mainstay.resilience.idempotency.servlet;

import java.util.function.Predicate;

import dev.mainstay.resilience.idempotency.OpenClaim;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import org.jspecify.annotations.Nullable;

/**
 * Settles what no dispatch has settled, when the container is done with a request: an
 * error page that was never written, an answer that was written without a dispatch. Is a
 * listener from the start, unless something is there that makes it one when it is needed.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class RequestEnds implements ServletRequestListener {

	private volatile boolean seen;

	private volatile @Nullable Runnable listening;

	private volatile Predicate<ServletRequest> heardOf = (request) -> false;

	/**
	 * Have this listen from when there is a request whose end has to be told, and not
	 * before. Called once, before the first request.
	 * @param listening has the container tell of the ends of requests from now on, those
	 * that have begun among them; called again whenever there is such a request
	 * @param heardOf whether a request is one of the container
	 */
	public void listenWhenNeeded(Runnable listening, Predicate<ServletRequest> heardOf) {
		this.heardOf = heardOf;
		this.listening = listening;
	}

	/**
	 * Whether this listens from when it is needed.
	 * @return {@code false} if it has to be registered as a listener
	 */
	public boolean isListeningWhenNeeded() {
		return this.listening != null;
	}

	/**
	 * Whether the container tells of requests. A mock of a container does not, and has no
	 * error pages either; there may be one beside a container in a test.
	 */
	boolean areSeen(ServletRequest request) {
		return this.seen || this.heardOf.test(request);
	}

	/** Called when a dispatch has ended: it may not be known yet how the request will. */
	void tellOf(OpenClaim claim) {
		Runnable listening = this.listening;
		if (listening != null && !claim.isSettled()) {
			listening.run();
		}
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
