package dev.mainstay.security.headers.autoconfigure;

import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.security.headers.PlainPaths;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the security headers.
 *
 * @param html How far pages get the headers that could break one; follows mainstay.mode
 * if not set
 * @param htmlReportedOnly Comma-separated list of paths below which pages are only
 * reported on where the rule is enforced, such as /swagger-ui, as a browser shows them
 * @param hsts Whether browsers are told for a year to come back over TLS only, on every
 * port of the host and its subdomains, because the public scheme is https
 */
@ConfigurationProperties("mainstay.security.headers")
record SecurityHeadersProperties(@Nullable Rung html, @DefaultValue List<String> htmlReportedOnly,
		@DefaultValue("false") boolean hsts) {

	private static final String REPORTED_ONLY = "mainstay.security.headers.html-reported-only";

	SecurityHeadersProperties {
		plain(htmlReportedOnly);
	}

	PlainPaths reportedOnly() {
		return plain(this.htmlReportedOnly);
	}

	private static PlainPaths plain(List<String> paths) {
		try {
			return new PlainPaths(paths);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPropertyException(REPORTED_ONLY, paths, String.valueOf(ex.getMessage()),
					"Write each as a browser shows it, without a pattern and without a slash at its end");
		}
	}

}
