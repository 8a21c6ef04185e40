package dev.mainstay.core.request.autoconfigure;

import java.util.regex.Pattern;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.request.RequestIds;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the request's identity.
 *
 * @param header Name of the header that carries the identity in and out
 */
@ConfigurationProperties("mainstay.request-id")
record RequestIdProperties(@DefaultValue(RequestIds.DEFAULT_HEADER) String header) {

	/** What a header may be called, RFC 9110, 5.6.2. */
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	RequestIdProperties {
		InvalidPropertyException.check(TOKEN.matcher(header).matches(), "mainstay.request-id.header", header,
				"it is not the name of a header", "Set it to one such as X-Request-Id, or remove it");
	}

}
