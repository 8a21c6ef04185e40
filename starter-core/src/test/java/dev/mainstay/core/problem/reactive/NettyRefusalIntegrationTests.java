package dev.mainstay.core.problem.reactive;

import java.io.IOException;
import java.util.stream.Stream;

import dev.mainstay.core.problem.Service;
import dev.mainstay.core.request.RawClient;
import dev.mainstay.core.request.ResponseCommitListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What Netty refuses by itself looks like any other failure.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NettyRefusalIntegrationTests {

	private static final String HOST = "Host: localhost\r\n";

	private static final String CLOSE = "Connection: close\r\n";

	private Service service;

	@BeforeAll
	void start() {
		this.service = Service.start(WebApplicationType.REACTIVE, new Class<?>[] { Marking.class });
	}

	@AfterAll
	void stop() {
		this.service.close();
	}

	static Stream<Arguments> refused() {
		return Stream.of(arguments("GET / HTTP/1.1\r\n" + HOST + "(bad header\r\n", 400),
				arguments("GET /a|b HTTP/1.1\r\n" + HOST + CLOSE, 400),
				arguments("GET [x HTTP/1.1\r\n" + HOST + CLOSE, 400), arguments("GET / HTTP/9.9x\r\n" + HOST, 400),
				arguments("\u0016\u0003\u0001\u0002\r\n", 400),
				arguments("GET / HTTP/1.1\r\n" + HOST + "X-Long: " + "a".repeat(9 * 1024) + "\r\n", 431),
				arguments("GET /" + "a".repeat(5000) + " HTTP/1.1\r\n" + HOST, 414));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void whatNettyRefusesIsAProblemAndTheConnectionIsClosed(String head, int status) throws IOException {
		Parts answer = send(head + "\r\n");
		assertThat(answer.head()).startsWith("HTTP/1.1 " + status + " ")
			.containsIgnoringCase("\r\nContent-Type: application/problem+json")
			.containsIgnoringCase("\r\nX-Marked: " + status)
			.containsIgnoringCase("\r\nContent-Length: " + answer.body().length());
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("code").asString()).isEqualTo(
				(status == 400) ? "malformed-request" : (status == 414) ? "uri-too-long" : "header-fields-too-large");
		assertThat(answer.head())
			.containsIgnoringCase("\r\nX-Request-Id: " + answer.json().path("requestId").asString() + "\r\n");
	}

	@Test
	void aClientThatPrefersAPageGetsASmallOne() throws IOException {
		Parts answer = send("GET /a|b HTTP/1.1\r\n" + HOST + CLOSE + "Accept: text/html\r\n\r\n");
		assertThat(answer.head()).containsIgnoringCase("\r\nContent-Type: text/html")
			.containsIgnoringCase("\r\nContent-Security-Policy: default-src 'none'");
		assertThat(answer.body()).contains("<h1>Malformed Request</h1>");
	}

	@Test
	void anEmptyAnswerOfTheApplicationStaysEmpty() throws IOException {
		Parts answer = send("GET /own/empty HTTP/1.1\r\n" + HOST + CLOSE + "\r\n");
		assertThat(answer.head()).startsWith("HTTP/1.1 400 ");
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void theSwitchRestoresTheEmptyAnswer() throws IOException {
		try (Service own = Service.start(WebApplicationType.REACTIVE, new Class<?>[] { Marking.class },
				"mainstay.problem.enabled=false")) {
			assertThat(RawClient.send(own.port(), "GET /a|b HTTP/1.1\r\n" + HOST + CLOSE + "\r\n"))
				.startsWith("HTTP/1.1 400 ")
				.endsWith("\r\n\r\n");
		}
	}

	private Parts send(String text) throws IOException {
		String answer = RawClient.send(this.service.port(), text);
		int end = answer.indexOf("\r\n\r\n");
		assertThat(end).as(answer).isPositive();
		return new Parts(answer.substring(0, end + 2), answer.substring(end + 4));
	}

	private record Parts(String head, String body) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Marking {

		@Bean
		ResponseCommitListener marking() {
			return (head) -> head.setHeader("X-Marked", String.valueOf(head.status()));
		}

		@Bean
		WebFilter empty() {
			return (exchange, chain) -> {
				if (exchange.getRequest().getPath().value().equals("/own/empty")) {
					exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
					return Mono.empty();
				}
				return chain.filter(exchange);
			};
		}

	}

}
