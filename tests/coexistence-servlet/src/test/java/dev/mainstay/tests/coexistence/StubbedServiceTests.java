package dev.mainstay.tests.coexistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the owner of an application counts at a stub of another service. The tests pass
 * unchanged but for those in which a safe call meets trouble that may pass: how often it
 * is then made is what docs/resilience.md says, and so is how to have it made once.
 */
class StubbedServiceTests {

	private final Map<String, WireMockServer> servers = new LinkedHashMap<>();

	@BeforeEach
	void startServers() {
		server("unavailable", WireMock.serviceUnavailable());
		server("busy", WireMock.status(429));
		server("busy for a minute", WireMock.status(429).withHeader("Retry-After", "60"));
		server("no gateway", WireMock.status(502));
		server("reset", WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		server("silent", WireMock.ok().withFixedDelay(5_000));
		warmUp(this.servers.get("unavailable"));
	}

	/** The first answer of WireMock in a JVM takes longer than a client may wait. */
	private static void warmUp(WireMockServer server) {
		assertThat(new Http(server.port()).get("/").statusCode()).isEqualTo(503);
	}

	/** Each has a port, and thus a budget of its own. */
	private void server(String name, ResponseDefinitionBuilder answer) {
		WireMockServer server = new WireMockServer(
				WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
		server.start();
		server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(answer));
		this.servers.put(name, server);
	}

	@AfterEach
	void stopServers() {
		this.servers.values().forEach(WireMockServer::stop);
	}

	@Test
	void testsOfTheOwnerFindTheSame() {
		List<String> before = World.bare().runTests(CatalogueClientStub.class);
		assertThat(before).hasSize(18).allSatisfy((result) -> assertThat(result).endsWith(": SUCCESSFUL"));
		assertThat(World.hardened().runTests(CatalogueClientStub.class)).isEqualTo(before);
	}

	@Test
	void aSafeCallInTroubleIsMadeAsOftenAsTheBudgetLetsIt() {
		assertThat(counts(World.bare())).allSatisfy((name, counts) -> assertThat(counts).containsOnly(1));
		assertThat(counts(World.hardened())).containsExactly(Map.entry("unavailable", List.of(3, 2, 1)),
				Map.entry("busy", List.of(3, 2, 1)), Map.entry("busy for a minute", List.of(1, 0, 0)),
				Map.entry("no gateway", List.of(3, 2, 1)), Map.entry("reset", List.of(3, 2, 1)),
				Map.entry("silent", List.of(2, 1, 1)));
	}

	@Test
	void oneLineInItsTestPropertiesHasItMadeOnce() {
		assertThat(counts(World.hardened(), "--mainstay.http-client.retry.enabled=false"))
			.allSatisfy((name, counts) -> assertThat(counts).containsOnly(1));
	}

	/** How often a server was called for each of three calls of the application. */
	private Map<String, List<Integer>> counts(World world, String... arguments) {
		Map<String, List<Integer>> counts = new LinkedHashMap<>();
		String[] all = Stream.concat(Stream.of("--spring.http.clients.read-timeout=2s"), Stream.of(arguments))
			.toArray(String[]::new);
		try (WorldApplication application = world.start(Calling.class, all)) {
			this.servers.forEach((name, server) -> counts.put(name,
					Stream.generate(() -> countOfOneCall(application, server)).limit(3).toList()));
		}
		return counts;
	}

	private static int countOfOneCall(WorldApplication application, WireMockServer server) {
		server.resetRequests();
		assertThat(application.http().get("/call?url=" + server.baseUrl()).body()).isEqualTo("failed");
		return server.countRequestsMatching(WireMock.getRequestedFor(WireMock.anyUrl()).build()).getCount();
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import(Caller.class)
	static class Calling {

	}

	@RestController
	static class Caller {

		private final RestClient client;

		Caller(RestClient.Builder client) {
			this.client = client.build();
		}

		@GetMapping("/call")
		String call(@RequestParam String url) {
			try {
				return this.client.get().uri(url + "/").retrieve().body(String.class);
			}
			catch (RestClientException ex) {
				return "failed";
			}
		}

	}

}
