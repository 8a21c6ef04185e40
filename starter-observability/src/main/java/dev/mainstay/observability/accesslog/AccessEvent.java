package dev.mainstay.observability.accesslog;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.CompletedRequest;
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

	static AccessEvent of(CompletedRequest request, boolean slow, TextMasker masker) {
		String path = request.path();
		return new AccessEvent(request, slow, (path != null) ? masker.mask(printable(path)) : null);
	}

	void log(LoggingEventBuilder event) {
		addAttributes(event);
		event.log(message());
	}

	private String message() {
		StringBuilder message = new StringBuilder(method(this.request)).append(' ')
			.append(where(this.request.route(), this.path))
			.append(' ')
			.append((this.request.status() != null) ? this.request.status().toString() : "-")
			.append(' ')
			.append(this.request.duration().toMillis())
			.append(" ms");
		if (this.request.outcome() != RequestOutcome.COMPLETED) {
			message.append(' ').append(lower(this.request.outcome()));
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
		addIfKnown(event, "outcome", lower(this.request.outcome()));
		addIfKnown(event, "origin", lower(this.request.origin()));
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
