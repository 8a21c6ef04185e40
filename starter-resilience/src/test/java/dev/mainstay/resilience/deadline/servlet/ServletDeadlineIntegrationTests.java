package dev.mainstay.resilience.deadline.servlet;

import java.util.Map;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What handlers see of the deadline of a request, on Tomcat.
 */
class ServletDeadlineIntegrationTests {

	private static final String HEADER = "X-Request-Timeout-Ms";

	private static final String TRUSTING = "127.0.0.1,::1";

	@ParameterizedTest
	@ValueSource(strings = { "/seen", "/async", "/callable", "/executor", "/dispatched" })
	void theDeadlineIsSeenWhereverTheRequestIsWorkedOn(String path) {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING)) {
			Answer answer = server.get(path, HEADER, "30000", "X-Request-Attempt", "2");
			assertThat(answer.text()).endsWith(" 2 platform");
			assertThat(left(answer)).isBetween(20_000L, 30_000L);
			assertThat(server.get(path).text()).as("a request without one").isEqualTo("none 1 platform");
		}
	}

	/** Which are platform threads on a JDK that has no other ones. */
	@ParameterizedTest
	@ValueSource(strings = { "/seen", "/async", "/callable", "/executor" })
	void theDeadlineIsSeenOnVirtualThreads(String path) {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING, "spring.threads.virtual.enabled",
				"true")) {
			Answer answer = server.get(path, HEADER, "30000");
			assertThat(answer.text()).endsWith((Runtime.version().feature() >= 21) ? " 1 virtual" : " 1 platform");
			assertThat(left(answer)).isBetween(20_000L, 30_000L);
		}
	}

	@Test
	void aThreadThatTheApplicationMakesItselfSeesNone() {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING)) {
			assertThat(server.get("/own-thread", HEADER, "30000").text()).isEqualTo("none 1 platform");
		}
	}

	@Test
	void theHeaderOfAnUntrustedCallerIsIgnored() {
		try (Server server = new Server("mainstay.trusted-proxies", "10.0.0.0/8", "mainstay.mode", "enforce")) {
			Answer answer = server.get("/seen", HEADER, "0", "X-Forwarded-For", "10.0.0.7", "grpc-timeout", "0S");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).isEqualTo("none 1 platform");
		}
	}

	@Test
	void aRequestWhoseTimeIsUpIsAnsweredWithoutItsHandler() {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING, "mainstay.mode", "enforce")) {
			Answer answer = server.get("/seen", HEADER, "0");
			assertThat(answer.status()).isEqualTo(504);
			assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
			assertThat(answer.text()).contains("\"code\":\"deadline-exceeded\"", "\"instance\":\"/seen\"",
					"\"requestId\":\"" + answer.header("X-Request-Id") + "\"");
			assertThat(server.bean(WaitingApplication.Waiting.class).handled).hasValue(0);
			assertThat(server.get("/seen", HEADER, "soon").text()).isEqualTo("none 1 platform");
			assertThat(server.bean(WaitingApplication.Waiting.class).handled).hasValue(1);
			assertThat(server.bean(MeterRegistry.class)
				.get("mainstay.deadline.requests")
				.tag("outcome", "expired")
				.functionCounter()
				.count()).isOne();
		}
	}

	@Test
	void byDefaultItIsWorkedOnWithoutADeadlineAndCounted() {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING)) {
			assertThat(server.get("/seen", HEADER, "0").text()).isEqualTo("none 1 platform");
			assertThat(server.bean(Ladder.class).rules())
				.filteredOn((rule) -> rule.name().equals("deadline.expired") && rule.hits() == 1)
				.hasSize(1);
		}
	}

	@Test
	void theServerGivesRequestsOfEverybodyADeadline() {
		try (Server server = new Server("mainstay.deadline.default", "30s")) {
			assertThat(left(server.get("/seen", HEADER, "1"))).isBetween(20_000L, 30_000L);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plain-failure", "/wrapped-failure" })
	void whatFailsForLackOfTimeIsAnswered504(String path) {
		try (Server server = new Server()) {
			Answer answer = server.get(path);
			assertThat(answer.status()).isEqualTo(504);
			assertThat(answer.text()).contains("\"code\":\"deadline-exceeded\"").doesNotContain("no time");
		}
	}

	@Test
	void withoutProblemsTheErrorPageAnswers() {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING, "mainstay.deadline.expired", "enforce",
				"mainstay.problem.enabled", "false")) {
			assertThat(server.get("/seen", HEADER, "0").status()).isEqualTo(504);
			assertThat(server.bean(WaitingApplication.Waiting.class).handled).hasValue(0);
		}
	}

	private static long left(Answer answer) {
		return Long.parseLong(answer.text().split(" ")[0]);
	}

	private static final class Server implements AutoCloseable {

		private final ConfigurableApplicationContext context;

		private final KeyedClient client;

		Server(String... properties) {
			SpringApplicationBuilder builder = new SpringApplicationBuilder(WaitingApplication.class).properties(
					"server.port=0", "spring.main.web-application-type=servlet", "spring.main.banner-mode=off",
					"logging.level.root=warn");
			for (int i = 0; i < properties.length; i += 2) {
				builder.properties(Map.of(properties[i], properties[i + 1]));
			}
			this.context = builder.run();
			this.client = new KeyedClient(((WebServerApplicationContext) this.context).getWebServer().getPort());
		}

		Answer get(String path, String... headers) {
			return this.client
				.send((headers.length > 0) ? this.client.to(path).headers(headers) : this.client.to(path));
		}

		<T> T bean(Class<T> type) {
			return this.context.getBean(type);
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

}
