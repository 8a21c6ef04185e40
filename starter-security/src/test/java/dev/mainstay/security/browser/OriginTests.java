package dev.mainstay.security.browser;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OriginTests {

	@ParameterizedTest
	@CsvSource({ "https://shop.example,shop.example", "https://shop.example,SHOP.example:443",
			"https://shop.example:443,shop.example", "http://shop.example,shop.example:80",
			"http://shop.example:8080,shop.example:8080", "https://[::1]:8443,[::1]:8443", "http://[::1],[::1]:80",
			"HTTPS://Shop.Example,shop.example", "capacitor://localhost,localhost" })
	void isAtTheHostItNames(String origin, String host) {
		assertThat(Origin.parse(origin)).matches((it) -> it.isAt(host));
	}

	@ParameterizedTest
	@CsvSource({ "https://shop.example,shop.example:80", "https://shop.example,shop.example.evil.example",
			"https://evil-shop.example,shop.example", "https://shop.example:8443,shop.example",
			"https://shop.example,localhost", "http://[::1],[::1]:8080" })
	void isAtNoOtherHost(String origin, String host) {
		assertThat(Origin.parse(origin)).matches((it) -> !it.isAt(host));
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "", "shop.example", "https://", "https://shop.example/", "https://a@shop.example",
			"https://shop.example?x", "https://shop.example#x", "https://shop.example https://evil.example",
			"https://shop.example,https://evil.example", "https://shop.example:x", "file://", "javascript:x" })
	void whatIsMoreOrLessThanAnOriginIsNone(String text) {
		assertThat(Origin.parse(text)).isNull();
		assertThatIllegalArgumentException().isThrownBy(() -> TrustedOrigins.of(List.of(text)));
	}

	@Test
	void aPatternIsNotTrusted() {
		assertThatIllegalArgumentException().isThrownBy(() -> TrustedOrigins.of(List.of("https://*.example")));
		assertThat(TrustedOrigins.of(List.of("https://Shop.example:443")).contain(Origin.parse("https://shop.example")))
			.isTrue();
	}

}
