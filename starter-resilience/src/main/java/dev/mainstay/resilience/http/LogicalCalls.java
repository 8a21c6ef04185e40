package dev.mainstay.resilience.http;

import org.springframework.http.client.ClientHttpRequestInitializer;

/**
 * Lets a client tell a call of the application from the requests that its interceptors
 * make of it.
 *
 * @since 0.1.0
 */
public final class LogicalCalls {

	private LogicalCalls() {
	}

	/**
	 * An initializer that marks every call of the client that it is registered with.
	 * Thread-safe.
	 * @return the initializer
	 */
	public static ClientHttpRequestInitializer marking() {
		return (request) -> request.getAttributes().put(LogicalCall.ATTRIBUTE, new LogicalCall());
	}

}
