package dev.mainstay.core.management.reactive;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

class AbsoluteTargetsTests {

	@ParameterizedTest
	@CsvSource({ "http://a.example/b,a.example", "HTTP://a.example:80?b=/,a.example:80",
			"https://u@a.example#b,u@a.example", "http://[::1]:80,[::1]:80", "http:///b,''", "a://b://c/,b:" })
	void isWhatStandsBehindTheScheme(String target, String host) {
		assertThat(AbsoluteTargets.hostOf(target)).isEqualTo(host);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a", "/a?b=http://c/", "/http://a/b", "*", "", "a.example:80" })
	void otherFormsHaveNone(String target) {
		assertThat(AbsoluteTargets.hostOf(target)).isNull();
	}

	@Test
	void whatHasNoServerHasNone() {
		assertThat(AbsoluteTargets.hostOf(MockServerHttpRequest.get("/a").build())).isNull();
	}

}
