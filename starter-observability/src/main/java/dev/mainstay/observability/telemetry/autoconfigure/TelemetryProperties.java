package dev.mainstay.observability.telemetry.autoconfigure;

import java.net.URI;
import java.net.URISyntaxException;

import dev.mainstay.core.configuration.InvalidPropertyException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Properties of the export of telemetry.
 *
 * @param endpoint Address of a collector that takes traces, metrics and logs over OTLP by
 * HTTP, without the path of a signal; nothing is sent if not set
 */
@ConfigurationProperties("mainstay.telemetry")
record TelemetryProperties(@Nullable String endpoint) {

	static final String ENDPOINT = "mainstay.telemetry.endpoint";

	TelemetryProperties {
		String wrong = StringUtils.hasText(endpoint) ? wrong(endpoint) : null;
		InvalidPropertyException.check(wrong == null, ENDPOINT, shown(endpoint), String.valueOf(wrong),
				"Write it like http://collector:4318");
	}

	/** Whether telemetry can be sent to such an address. */
	static boolean isValid(@Nullable String endpoint) {
		return StringUtils.hasText(endpoint) && wrong(endpoint) == null;
	}

	private static @Nullable String wrong(String endpoint) {
		try {
			URI uri = new URI(endpoint);
			if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) || uri.getHost() == null) {
				return "it is not the address of a server by HTTP";
			}
			if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
				return "it has more than a server and a path";
			}
			return endpoint.endsWith("/") ? "it ends with a slash, and the path of a signal begins with one" : null;
		}
		catch (URISyntaxException ex) {
			return "it is not the address of a server by HTTP";
		}
	}

	/** A password may stand in front of the server, a token behind it. */
	private static @Nullable String shown(@Nullable String endpoint) {
		return (endpoint != null && endpoint.matches("[^@?#]*")) ? endpoint : "an address with more than a server";
	}

}
