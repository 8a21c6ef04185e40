package dev.mainstay.resilience.http;

import org.springframework.http.HttpRequest;

/**
 * A call as the application makes it, which interceptors of the application may turn into
 * several. It travels in the attributes of the request, which Spring hands on from the
 * outermost request to each that an interceptor makes of it. So the wire notices when a
 * call that it has seen fail comes back; one that comes back with a fresh token does not
 * count. Thread-safe.
 */
final class LogicalCall {

	static final String ATTRIBUTE = LogicalCall.class.getName();

	private volatile boolean failed;

	static LogicalCall of(HttpRequest request) {
		return (request.getAttributes().get(ATTRIBUTE) instanceof LogicalCall call) ? call : new LogicalCall();
	}

	/** Note whether the last attempt failed in a way that is worth a retry. */
	void failed(boolean failed) {
		this.failed = failed;
	}

	boolean hasFailed() {
		return this.failed;
	}

}
