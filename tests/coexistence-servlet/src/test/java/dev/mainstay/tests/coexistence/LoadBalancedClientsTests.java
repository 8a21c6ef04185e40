package dev.mainstay.tests.coexistence;

import java.util.List;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose clients find one of two instances by the name of a service. Each
 * call goes to the instance that its own balancer chose, as often as without Mainstay; a
 * call that is repeated is so at the same instance, and what is known of one instance
 * says nothing of the other.
 */
class LoadBalancedClientsTests {

	private final List<WireMockServer> instances = List.of(server(), server());

	private static WireMockServer server() {
		return new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
	}

	private List<String> urls = List.of();

	@BeforeEach
	void start() {
		this.instances.forEach(WireMockServer::start);
		this.urls = this.instances.stream().map(WireMockServer::baseUrl).toList();
		this.instances.forEach((instance) -> answers(instance, WireMock.ok("fine")));
	}

	private static void answers(WireMockServer instance, ResponseDefinitionBuilder answer) {
		instance.stubFor(WireMock.any(WireMock.urlEqualTo("/orders/1")).willReturn(answer));
	}

	@AfterEach
	void stop() {
		this.instances.forEach(WireMockServer::stop);
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "own", "template", "plain", "plain-template" })
	void callsAreSharedAsTheyWere(String client) {
		assertThat(inBoth("GET", client)).containsOnly("fine fine fine fine, 2 and 2 calls");
	}

	/** What is not safe, and what is answered for good, is sent to one instance once. */
	@ParameterizedTest
	@ValueSource(strings = { "auto", "own", "template", "plain", "plain-template" })
	void failuresAreSharedAsTheyWere(String client) {
		answers(this.instances.get(1), WireMock.serverError());
		assertThat(inBoth("GET", client)).containsOnly("fine 500 fine 500, 2 and 2 calls");
		answers(this.instances.get(1), WireMock.serviceUnavailable());
		assertThat(inBoth("POST", client)).containsOnly("fine 503 fine 503, 2 and 2 calls");
	}

	@Test
	void aSafeCallIsRepeatedAtTheInstanceThatWasChosen() {
		answers(this.instances.get(1), WireMock.serviceUnavailable());
		assertThat(calls(World.bare(), "GET", "auto")).isEqualTo("fine 503 fine 503, 2 and 2 calls");
		assertThat(calls(World.hardened(), "GET", "auto")).isEqualTo("fine 503 fine 503, 2 and 5 calls");
		assertThat(calls(World.hardened(), "GET", "own")).isEqualTo("fine 503 fine 503, 2 and 5 calls");
		assertThat(calls(World.hardened(), "GET", "template")).isEqualTo("fine 503 fine 503, 2 and 5 calls");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "plain-template" })
	void aClientThatIsNotAutoConfiguredIsLeftAlone(String client) {
		answers(this.instances.get(1), WireMock.serviceUnavailable());
		assertThat(calls(World.hardened(), "GET", client)).isEqualTo("fine 503 fine 503, 2 and 2 calls");
	}

	@Test
	void aDeadInstanceTakesNothingFromTheOther() {
		this.instances.get(1).stop();
		try (WorldApplication application = start(World.hardened(), "--mainstay.http-client.breaker=enforce",
				"--mainstay.http-client.circuit-breaker.minimum-calls=4")) {
			String outcomes = call(application, "GET", "auto", 12);
			assertThat(outcomes.split(" ")).filteredOn((outcome) -> outcome.equals("fine")).hasSize(6);
			assertThat(this.instances.get(0).getAllServeEvents()).hasSize(6);
			assertThat(outcomes).endsWith("fine CircuitOpen");
		}
	}

	/** The name of the service is none that is seen on the wire. */
	@Test
	void aClientIsConfiguredByItsNameAndNotByThatOfTheService() {
		answers(this.instances.get(1), WireMock.serviceUnavailable());
		String[] none = { "--mainstay.http-client.clients.orders.max-retries=0",
				"--mainstay.http-client.clients.orders.hosts=orders-service" };
		try (WorldApplication application = start(World.hardened(), none)) {
			assertThat(call(application, "GET", "named", 2)).isEqualTo("fine 503");
			assertThat(counts()).isEqualTo(List.of(1, 1));
		}
	}

	private Stream<String> inBoth(String method, String client) {
		return World.both().map((world) -> calls(world, method, client));
	}

	private String calls(World world, String method, String client) {
		try (WorldApplication application = start(world)) {
			String outcomes = call(application, method, client, 4);
			return outcomes + ", " + counts().get(0) + " and " + counts().get(1) + " calls";
		}
	}

	private WorldApplication start(World world, String... arguments) {
		this.instances.stream().filter(WireMockServer::isRunning).forEach(WireMockServer::resetRequests);
		return world.start(LoadBalancedApplication.class,
				Stream.concat(Stream.of("--orders.instances=" + String.join(",", this.urls)), Stream.of(arguments))
					.toArray(String[]::new));
	}

	private List<Integer> counts() {
		return this.instances.stream().map((instance) -> instance.getAllServeEvents().size()).toList();
	}

	private static String call(WorldApplication application, String method, String client, int times) {
		return application.http().get("/call?client=" + client + "&method=" + method + "&times=" + times).body();
	}

}
