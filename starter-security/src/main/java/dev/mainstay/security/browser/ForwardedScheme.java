package dev.mainstay.security.browser;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads how a browser came to the first proxy, as Spring does.
 */
final class ForwardedScheme {

	private ForwardedScheme() {
	}

	static boolean isHttps(Function<String, @Nullable String> headers) {
		String forwarded = headers.apply("Forwarded");
		if (forwarded != null) {
			for (String pair : forwarded.split(",", 2)[0].split(";")) {
				String parameter = pair.strip();
				if (parameter.regionMatches(true, 0, "proto=", 0, 6)) {
					return "https".equalsIgnoreCase(parameter.substring(6).replace("\"", ""));
				}
			}
		}
		String proto = headers.apply("X-Forwarded-Proto");
		return (proto != null) ? "https".equalsIgnoreCase(proto.split(",", 2)[0].strip())
				: "on".equalsIgnoreCase(headers.apply("X-Forwarded-Ssl"));
	}

}
