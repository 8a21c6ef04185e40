package dev.mainstay.security.browser;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a web socket begins with, which no client of the JDK can send by hand.
 */
class HandshakeTests {

	private final CrossSiteProtection protection = new CrossSiteProtection(
			new Ladder(Mode.ENFORCE).rule(CrossSiteProtection.RULE, Rung.ENFORCE),
			TrustedOrigins.of(List.of("https://sister.example")), new BrowserEvents((event) -> {
			}));

	@Test
	void aWebSocketOfAnotherSiteWithCookiesIsSuspect() {
		assertThat(isSuspect("Origin", "https://evil.example", "Cookie", "a=b", "Upgrade", "WebSocket")).isTrue();
		assertThat(isSuspect("Origin", "https://sister.example", "Cookie", "a=b", "Upgrade", "websocket")).isFalse();
		assertThat(isSuspect("Origin", "https://shop.example", "Cookie", "a=b", "Upgrade", "websocket")).isFalse();
		assertThat(isSuspect("Origin", "https://evil.example", "Upgrade", "websocket")).isFalse();
		assertThat(isSuspect("Cookie", "a=b", "Upgrade", "websocket")).isFalse();
		assertThat(isSuspect("Origin", "https://evil.example", "Cookie", "a=b", "Upgrade", "h2c")).isFalse();
	}

	private boolean isSuspect(String... headers) {
		Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		all.put("Host", "shop.example");
		for (int i = 0; i < headers.length; i += 2) {
			all.put(headers[i], headers[i + 1]);
		}
		return this.protection.isSuspect(new Request(all));
	}

	private record Request(Map<String, String> headers) implements BrowserRequest {

		@Override
		public String method() {
			return "GET";
		}

		@Override
		public @Nullable String header(String name) {
			return this.headers.get(name);
		}

		@Override
		public @Nullable String serverHost() {
			return null;
		}

		@Override
		public boolean isFromTrustedProxy() {
			return false;
		}

		@Override
		public boolean hasClientCertificate() {
			return false;
		}

	}

}
