package dev.mainstay.resilience.http;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.mock.http.client.MockClientHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class SafeToRepeatTests {

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE" })
	void anIdempotentMethodIs(String method) {
		assertThat(SafeToRepeat.test(request(method, null))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "POST,k1,true", "PATCH,k1,true", "POST,,false", "PATCH,,false", "POST,' ',false", "LOCK,k1,false" })
	void anotherOneIsWithAKeyAtMost(String method, String key, boolean safe) {
		assertThat(SafeToRepeat.test(request(method, key))).isEqualTo(safe);
	}

	private static MockClientHttpRequest request(String method, String key) {
		MockClientHttpRequest request = new MockClientHttpRequest(HttpMethod.valueOf(method), URI.create("/"));
		if (key != null) {
			request.getHeaders().set("Idempotency-Key", key);
		}
		return request;
	}

}
