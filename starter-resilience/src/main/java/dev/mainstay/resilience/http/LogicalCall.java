package dev.mainstay.resilience.http;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;

/**
 * A call as the application makes it, which interceptors of the application may turn into
 * several. It travels in the attributes of the request, which Spring hands on from the
 * outermost request to each that an interceptor makes of it. So the wire notices when a
 * request that it has seen fail comes back. One that comes back with a fresh token does
 * not count, nor does one that goes to somebody else instead. Thread-safe.
 */
final class LogicalCall {

	static final String ATTRIBUTE = LogicalCall.class.getName();

	private volatile @Nullable Failed failed;

	static LogicalCall of(HttpRequest request) {
		return (request.getAttributes().get(ATTRIBUTE) instanceof LogicalCall call) ? call : new LogicalCall();
	}

	/** Note whether the last attempt failed in a way that is worth a retry. */
	void failed(HttpRequest request, boolean failed) {
		this.failed = failed ? new Failed(request.getMethod(), request.getURI()) : null;
	}

	boolean hasFailedAs(HttpRequest request) {
		Failed failed = this.failed;
		return failed != null && failed.method.equals(request.getMethod()) && failed.uri.equals(request.getURI());
	}

	private record Failed(HttpMethod method, URI uri) {

	}

}
