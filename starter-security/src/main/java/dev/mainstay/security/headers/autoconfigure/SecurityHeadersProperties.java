package dev.mainstay.security.headers.autoconfigure;

import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the security headers.
 *
 * @param html How far pages get the headers that could break one; follows mainstay.mode
 * if not set
 * @param hsts Whether browsers are told to come back over TLS only, because the public
 * scheme is https; if not set, only where the server itself speaks TLS
 */
@ConfigurationProperties("mainstay.security.headers")
record SecurityHeadersProperties(@Nullable Rung html, @Nullable Boolean hsts) {

}
