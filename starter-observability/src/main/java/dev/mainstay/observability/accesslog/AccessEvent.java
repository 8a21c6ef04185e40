package dev.mainstay.observability.accesslog;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What the access log says of a request: a message for people, and key-value pairs for
 * machines.
 *
 * @param request what it is about
 * @param slow whether it took longer than it should
 * @param path the path, masked and fit to be shown
 */
record AccessEvent(CompletedRequest request, boolean slow, @Nullable String path) {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS",
			"TRACE", "PATCH", "QUERY");

	/** As the semantic conventions have it for a method that is not known. */
	private static final String OTHER_METHOD = "_OTHER";

	private static final int MAX_PATH_IN_MESSAGE = 200;

	/** Room for all of a message but the method and where it went. */
	private static final int MESSAGE_REST = 32;

	/** As they are shown, so that none is made for each request. */
	private static final Map<Enum<?>, String> NAMES = Stream
		.<Enum<?>>concat(Arrays.stream(RequestOutcome.values()), Arrays.stream(RequestOrigin.values()))
		.collect(Collectors.toUnmodifiableMap((value) -> value, AccessEvent::lower));

	static AccessEvent of(CompletedRequest request, boolean slow, TextMasker masker) {
		String path = request.path();
		return new AccessEvent(request, slow, (path != null) ? masker.mask(printable(path)) : null);
	}

	void log(LoggingEventBuilder event) {
		addAttributes(event);
		event.log(message());
	}

	private String message() {
		String method = method(this.request);
		String where = where(this.request.route(), this.path);
		StringBuilder message = new StringBuilder(method.length() + where.length() + MESSAGE_REST).append(method)
			.append(' ')
			.append(where)
			.append(' ');
		Integer status = this.request.status();
		if (status != null) {
			message.append(status.intValue());
		}
		else {
			message.append('-');
		}
		message.append(' ').append(this.request.duration().toMillis()).append(" ms");
		if (this.request.outcome() != RequestOutcome.COMPLETED) {
			message.append(' ').append(NAMES.get(this.request.outcome()));
		}
		if (this.slow) {
			message.append(" slow");
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

	private void addAttributes(LoggingEventBuilder event) {
		addIfKnown(event, "http.request.method", method(this.request));
		addIfKnown(event, "http.route", this.request.route());
		addIfKnown(event, "url.path", this.path);
		addIfKnown(event, "http.response.status_code", this.request.status());
		addIfKnown(event, "http.server.request.duration", seconds(this.request.duration()));
		addIfKnown(event, "http.request.body.size", known(this.request.requestBytes()));
		addIfKnown(event, "http.response.body.size", known(this.request.responseBytes()));
		addIfKnown(event, "client.address", this.request.client());
		addIfKnown(event, "error.type", errorType(this.request));
		addIfKnown(event, "outcome", NAMES.get(this.request.outcome()));
		addIfKnown(event, "origin", NAMES.get(this.request.origin()));
		addIfKnown(event, "slow", this.slow ? true : null);
	}

	private static void addIfKnown(LoggingEventBuilder event, String name, @Nullable Object value) {
		if (value != null) {
			event.addKeyValue(name, value);
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
		for (int i = 0; i < path.length(); i++) {
			if (Character.isISOControl(path.charAt(i))) {
				return cleaned(path, i);
			}
		}
		return path;
	}

	private static String cleaned(String path, int first) {
		StringBuilder cleaned = new StringBuilder(path);
		for (int i = first; i < cleaned.length(); i++) {
			if (Character.isISOControl(cleaned.charAt(i))) {
				cleaned.setCharAt(i, '?');
			}
		}
		return cleaned.toString();
	}

}
