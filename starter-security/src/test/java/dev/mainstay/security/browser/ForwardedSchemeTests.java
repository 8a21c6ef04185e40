package dev.mainstay.security.browser;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForwardedSchemeTests {

	@Test
	void theFirstProxySaysHowTheBrowserCame() {
		assertThat(isHttps("X-Forwarded-Proto", "https, http")).isTrue();
		assertThat(isHttps("X-Forwarded-Proto", "http, https")).isFalse();
		assertThat(isHttps("X-Forwarded-Ssl", "on")).isTrue();
		assertThat(isHttps("Forwarded", "for=1.2.3.4;Proto=\"https\", proto=http")).isTrue();
		assertThat(isHttps("Forwarded", "proto=http")).isFalse();
		assertThat(isHttps("Via", "proxy")).isFalse();
	}

	private static boolean isHttps(String name, String value) {
		return ForwardedScheme.isHttps(Map.of(name, value)::get);
	}

}
