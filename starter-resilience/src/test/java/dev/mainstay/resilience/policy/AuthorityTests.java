package dev.mainstay.resilience.policy;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorityTests {

	@ParameterizedTest
	@CsvSource({ "http://Example.com/a,example.com:80", "https://example.com,example.com:443",
			"http://user:word@example.com:81/,example.com:81", "http://my_service/a,my_service:80",
			"http://user@my_service/,my_service:80", "/relative,-" })
	void isHostAndPort(String uri, String authority) {
		assertThat(Authority.of(URI.create(uri))).hasToString(authority);
	}

}
