package dev.mainstay.security.headers.autoconfigure;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the security headers.
 *
 * @param html How far pages get the headers that could break one; follows mainstay.mode
 * if not set
 * @param hsts Whether browsers are told for a year to come back over TLS only, on every
 * port of the host and its subdomains, because the public scheme is https
 */
@ConfigurationProperties("mainstay.security.headers")
record SecurityHeadersProperties(@Nullable Rung html, @DefaultValue("false") boolean hsts) {

}
