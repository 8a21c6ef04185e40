package dev.mainstay.core.failure;

import java.util.Set;

import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The request of a failure, as the log is to show it: nothing that the caller sent.
 *
 * @param exchange the request, {@code null} if it is not known
 * @param status the status that it is answered with
 */
record FailedRequest(@Nullable RequestExchange exchange, int status) {

	static final int INTERNAL_ERROR = 500;

	/** A method that is none may be any word of the caller's. */
	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE");

	/** As the semantic conventions have it for a method that is not known. */
	private static final String OTHER_METHOD = "_OTHER";

	boolean isCallersFault() {
		return this.status < INTERNAL_ERROR;
	}

	/**
	 * Add what the access log says of a request, under the same names.
	 */
	LoggingEventBuilder describe(LoggingEventBuilder event) {
		if (this.exchange == null) {
			return event;
		}
		LoggingEventBuilder described = event.addKeyValue("http.request.method", method(this.exchange, OTHER_METHOD))
			.addKeyValue("http.response.status_code", this.status);
		String route = this.exchange.route();
		return (route != null) ? described.addKeyValue("http.route", route) : described;
	}

	@Override
	public String toString() {
		if (this.exchange == null) {
			return "an unknown request";
		}
		String route = this.exchange.route();
		return method(this.exchange, "a request") + " " + ((route != null) ? route : "without a handler");
	}

	private static String method(RequestExchange exchange, String other) {
		String method = exchange.start().method();
		return (method != null && METHODS.contains(method)) ? method : other;
	}

}
