package dev.mainstay.security.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SetCookieTests {

	@Test
	void attributesAreFoundInAnyCaseAndWithoutAValue() {
		assertThat(SetCookie.parse("a=b;path=/ ; SECURE;httponly ;SameSite = strict"))
			.matches((cookie) -> cookie.name().equals("a") && cookie.has("Path") && cookie.has("Secure")
					&& cookie.has("HttpOnly") && cookie.has("SameSite") && !cookie.has("Domain"));
	}

	@Test
	void aValueIsNoAttribute() {
		assertThat(SetCookie.parse("a=Secure")).matches((cookie) -> !cookie.has("Secure"));
		assertThat(SetCookie.parse("a=b=c; Path=/")).matches((cookie) -> cookie.has("Path"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "=b", " =b; Path=/", ";a=b", "Secure; HttpOnly", "a=b\u0000; Path=/" })
	void whatIsNoCookieIsLeftAlone(String value) {
		assertThat(SetCookie.parse(value)).isNull();
	}

}
