package dev.mainstay.tests.coexistence;

import java.util.List;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of an application that count what its clients send. A call that is not safe is
 * sent once as ever; that a safe one may be sent again is announced, and can be switched
 * off.
 */
class CallCountTests {

	private static final int AT_MOST = 3;

	private static final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

	@BeforeAll
	static void startServer() {
		server.start();
	}

	@AfterAll
	static void stopServer() {
		server.stop();
	}

	@BeforeEach
	void answer() {
		server.resetAll();
		answers("/ok", WireMock.ok("fine"));
		answers("/unavailable", WireMock.serviceUnavailable());
		answers("/failing", WireMock.serverError());
		answers("/slow", WireMock.ok("late").withFixedDelay(4_000));
		answers("/broken", WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
	}

	private static void answers(String path, ResponseDefinitionBuilder answer) {
		server.stubFor(WireMock.any(WireMock.urlEqualTo(path)).willReturn(answer));
	}

	@Test
	void withoutMainstayEachCallIsSentOnce() {
		try (WorldApplication application = World.bare()
			.start(Calling.class, "--spring.http.clients.read-timeout=2s")) {
			assertCounts(application.http(), 1);
		}
	}

	/** All fail, so that a breaker would soon send none at all. */
	@Test
	void withMainstayOnlySafeCallsAreSentAgain() {
		try (WorldApplication application = World.hardened()
			.start(Calling.class, "--spring.http.clients.read-timeout=2s", "--mainstay.mode=enforce",
					"--mainstay.http-client.breaker=report", "--mainstay.http-client.retry.budget.floor=1000")) {
			assertCounts(application.http(), AT_MOST);
			assertThat(count("GET", "/broken")).isEqualTo(AT_MOST);
		}
	}

	@Test
	void withRetriesSwitchedOffEachCallIsSentOnce() {
		try (WorldApplication application = World.hardened()
			.start(Calling.class, "--spring.http.clients.read-timeout=2s",
					"--mainstay.http-client.retry.enabled=false")) {
			assertCounts(application.http(), 1);
		}
	}

	private static void assertCounts(Http http, int safe) {
		Stream.of("/ok", "/unavailable", "/failing", "/slow", "/broken").forEach((path) -> {
			String expected = path.equals("/ok") ? "fine" : "failed";
			// A second client would only wait a second time.
			List<String> clients = path.equals("/slow") ? List.of("/rest-client")
					: List.of("/rest-client", "/rest-template");
			for (String client : clients) {
				server.resetRequests();
				assertThat(call(http, client, "POST", path)).isEqualTo(expected);
				assertThat(count("POST", path)).as("POST " + path).isEqualTo(1);
				assertThat(call(http, client, "GET", path)).isEqualTo(expected);
				boolean sentAgain = !path.equals("/ok") && !path.equals("/failing");
				assertThat(count("GET", path)).as("GET " + path).isBetween(1, sentAgain ? safe : 1);
			}
		});
	}

	private static String call(Http http, String client, String method, String path) {
		return http.get(client + "?method=" + method + "&url=" + server.baseUrl() + path).body();
	}

	private static int count(String method, String path) {
		return server
			.countRequestsMatching(
					RequestPatternBuilder.newRequestPattern(RequestMethod.fromString(method), WireMock.urlEqualTo(path))
						.build())
			.getCount();
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import(Clients.class)
	static class Calling {

	}

	@RestController
	static class Clients {

		private final RestClient client;

		private final RestTemplate template;

		Clients(RestClient.Builder client, RestTemplateBuilder template) {
			this.client = client.build();
			this.template = template.build();
		}

		@GetMapping("/rest-client")
		String byClient(@RequestParam String method, @RequestParam String url) {
			try {
				return this.client.method(HttpMethod.valueOf(method)).uri(url).retrieve().body(String.class);
			}
			catch (RestClientException ex) {
				return "failed";
			}
		}

		@GetMapping("/rest-template")
		String byTemplate(@RequestParam String method, @RequestParam String url) {
			try {
				return this.template.exchange(url, HttpMethod.valueOf(method), null, String.class).getBody();
			}
			catch (RestClientException ex) {
				return "failed";
			}
		}

	}

}
