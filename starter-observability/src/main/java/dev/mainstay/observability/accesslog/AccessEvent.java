package dev.mainstay.observability.accesslog;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What the access log says of a request.
 *
 * @param message for people
 * @param attributes for machines
 */
record AccessEvent(String message, Map<String, Object> attributes) {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS",
			"TRACE", "PATCH", "QUERY");

	/** As the semantic conventions have it for a method that is not known. */
	private static final String OTHER_METHOD = "_OTHER";

	private static final int MAX_PATH_IN_MESSAGE = 200;

	static AccessEvent of(CompletedRequest request, TextMasker masker) {
		String path = (request.path() != null) ? masker.mask(printable(request.path())) : null;
		return new AccessEvent(message(request, path), attributes(request, path));
	}

	private static String message(CompletedRequest request, @Nullable String path) {
		StringBuilder message = new StringBuilder(method(request)).append(' ')
			.append(where(request.route(), path))
			.append(' ')
			.append((request.status() != null) ? request.status().toString() : "-")
			.append(' ')
			.append(request.duration().toMillis())
			.append(" ms");
		if (request.outcome() != RequestOutcome.COMPLETED) {
			message.append(' ').append(lower(request.outcome()));
		}
		return message.toString();
	}

	private static String where(@Nullable String route, @Nullable String path) {
		String where = (route != null) ? route : path;
		if (where == null) {
			return "-";
		}
		return (where.length() > MAX_PATH_IN_MESSAGE) ? where.substring(0, MAX_PATH_IN_MESSAGE) + "..." : where;
	}

	private static Map<String, Object> attributes(CompletedRequest request, @Nullable String path) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		putIfKnown(attributes, "http.request.method", method(request));
		putIfKnown(attributes, "http.route", request.route());
		putIfKnown(attributes, "url.path", path);
		putIfKnown(attributes, "http.response.status_code", request.status());
		putIfKnown(attributes, "http.server.request.duration", seconds(request.duration()));
		putIfKnown(attributes, "http.request.body.size", known(request.requestBytes()));
		putIfKnown(attributes, "http.response.body.size", known(request.responseBytes()));
		putIfKnown(attributes, "client.address", request.client());
		putIfKnown(attributes, "error.type", errorType(request));
		putIfKnown(attributes, "outcome", lower(request.outcome()));
		putIfKnown(attributes, "origin", lower(request.origin()));
		return attributes;
	}

	private static void putIfKnown(Map<String, Object> attributes, String name, @Nullable Object value) {
		if (value != null) {
			attributes.put(name, value);
		}
	}

	private static String method(CompletedRequest request) {
		return (request.method() != null && METHODS.contains(request.method())) ? request.method() : OTHER_METHOD;
	}

	/** To the microsecond, which is what a clock is good for. */
	private static double seconds(Duration duration) {
		return Math.round(duration.toNanos() / 1000.0) / 1_000_000.0;
	}

	private static @Nullable Long known(long bytes) {
		return (bytes >= 0) ? bytes : null;
	}

	private static @Nullable String errorType(CompletedRequest request) {
		if (request.failure() != null) {
			return request.failure().getClass().getName();
		}
		return (request.status() != null && request.status() >= 500) ? request.status().toString() : null;
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** A server may accept more in a request line than a terminal should be shown. */
	private static String printable(String path) {
		if (path.chars().noneMatch(Character::isISOControl)) {
			return path;
		}
		StringBuilder printable = new StringBuilder(path);
		for (int i = 0; i < printable.length(); i++) {
			if (Character.isISOControl(printable.charAt(i))) {
				printable.setCharAt(i, '?');
			}
		}
		return printable.toString();
	}

}
