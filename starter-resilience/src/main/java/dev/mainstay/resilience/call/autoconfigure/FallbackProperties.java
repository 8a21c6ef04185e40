package dev.mainstay.resilience.call.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of fallbacks.
 *
 * @param degradedHeader Name of the header of an answer that a fallback took part in,
 * with the names of the clients; empty for none
 */
@ConfigurationProperties("mainstay.http-client.fallback")
record FallbackProperties(@DefaultValue("X-Degraded") String degradedHeader) {

	FallbackProperties {
		InvalidPropertyException.check(degradedHeader.matches("[A-Za-z0-9_-]*"),
				"mainstay.http-client.fallback.degraded-header", degradedHeader, "it is no name of a header",
				"Set it to one such as X-Degraded, or to nothing");
	}

}
