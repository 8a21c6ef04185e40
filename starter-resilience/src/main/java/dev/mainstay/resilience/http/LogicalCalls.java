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
	 * An initializer that marks every call of the client that it is registered with and
	 * that has interceptors. Thread-safe.
	 * @return the initializer
	 */
	public static ClientHttpRequestInitializer marking() {
		return (request) -> {
			if (!(request instanceof ResilientRequest)) {
				request.getAttributes().put(LogicalCall.ATTRIBUTE, new LogicalCall());
			}
		};
	}

}
