package dev.mainstay.resilience.deadline.reactive;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import dev.mainstay.resilience.retry.InboundAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What handlers see of the deadline of a request, on Netty.
 */
class ReactiveDeadlineIntegrationTests {

	private static final String HEADER = "X-Request-Timeout-Ms";

	private static final String TRUSTING = "127.0.0.1,::1";

	private static final AtomicInteger handled = new AtomicInteger();

	@ParameterizedTest
	@ValueSource(strings = { "/context", "/thread", "/elsewhere" })
	void theDeadlineIsSeenWhereverTheRequestIsWorkedOn(String path) {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING)) {
			Answer answer = server.get(path, HEADER, "30000", "X-Request-Attempt", "2");
			assertThat(answer.text()).endsWith(" 2");
			assertThat(left(answer)).isBetween(20_000L, 30_000L);
			assertThat(server.get(path).text()).as("a request without one").isEqualTo("none 1");
		}
	}

	@Test
	void itIsSeenBehindABodyToo() {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING)) {
			Answer answer = server.client
				.send(server.client.post("/behind-body", KeyedClient.freshKey(), "\"text\"").header(HEADER, "30000"));
			assertThat(left(answer)).isBetween(20_000L, 30_000L);
		}
	}

	@Test
	void withoutPropagationItIsSeenByTheContextAndOnTheFirstThread() {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING, "spring.reactor.context-propagation",
				"limited")) {
			// The server of another test may have switched it on for the whole process.
			Hooks.disableAutomaticContextPropagation();
			assertThat(left(server.get("/context", HEADER, "30000"))).isBetween(20_000L, 30_000L);
			assertThat(left(server.get("/thread", HEADER, "30000"))).isBetween(20_000L, 30_000L);
			assertThat(server.get("/elsewhere", HEADER, "30000").text()).isEqualTo("none 1");
			assertThat(server.get("/thread").text()).as("the thread is left clean").isEqualTo("none 1");
		}
	}

	@Test
	void theHeaderOfAnUntrustedCallerIsIgnored() {
		try (Server server = new Server("mainstay.trusted-proxies", "10.0.0.0/8", "mainstay.mode", "enforce")) {
			Answer answer = server.get("/context", HEADER, "0", "X-Forwarded-For", "10.0.0.7");
			assertThat(answer.text()).isEqualTo("none 1");
		}
	}

	@Test
	void aRequestWhoseTimeIsUpIsAnsweredWithoutItsHandler() {
		handled.set(0);
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING, "mainstay.mode", "enforce")) {
			Answer answer = server.get("/context", HEADER, "0");
			assertThat(answer.status()).isEqualTo(504);
			assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
			assertThat(answer.text()).contains("\"code\":\"deadline-exceeded\"");
			assertThat(handled).hasValue(0);
			assertThat(server.get("/context", HEADER, "30000").status()).isEqualTo(200);
			assertThat(handled).hasValue(1);
		}
	}

	@Test
	void withoutProblemsTheStatusIsTheAnswer() {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING, "mainstay.deadline.expired", "enforce",
				"mainstay.problem.enabled", "false")) {
			assertThat(server.get("/context", HEADER, "0").status()).isEqualTo(504);
		}
	}

	@Test
	void byDefaultItIsWorkedOnWithoutADeadline() {
		try (Server server = new Server("mainstay.trusted-proxies", TRUSTING)) {
			assertThat(server.get("/context", HEADER, "0").text()).isEqualTo("none 1");
		}
	}

	@Test
	void whatFailsForLackOfTimeIsAnswered504() {
		try (Server server = new Server()) {
			Answer answer = server.get("/failure");
			assertThat(answer.status()).isEqualTo(504);
			assertThat(answer.text()).contains("\"code\":\"deadline-exceeded\"").doesNotContain("no time");
		}
	}

	private static long left(Answer answer) {
		return Long.parseLong(answer.text().split(" ")[0]);
	}

	private static String seen(Deadline deadline, int attempt) {
		return ((deadline != null) ? deadline.remaining().toMillis() : "none") + " " + attempt;
	}

	private static String seenByThread() {
		return seen(Deadline.current(), InboundAttempt.number());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Waiting.class)
	static class WaitingApplication {

	}

	@RestController
	static class Waiting {

		@GetMapping("/context")
		Mono<String> context() {
			handled.incrementAndGet();
			return Mono.deferContextual((context) -> Mono
				.just(seen(context.getOrDefault(Deadline.KEY, null), context.getOrDefault(InboundAttempt.KEY, 1))));
		}

		@GetMapping("/thread")
		String thread() {
			return seenByThread();
		}

		@GetMapping("/elsewhere")
		Mono<String> elsewhere() {
			return Mono.just("").publishOn(Schedulers.boundedElastic()).map((text) -> seenByThread());
		}

		@PostMapping("/behind-body")
		Mono<String> behindBody(@RequestBody Mono<String> body) {
			return body.map((text) -> seenByThread());
		}

		@GetMapping("/failure")
		Mono<String> fail() {
			return Mono.error(new UncheckedIOException(new DeadlineExceededException("no time")));
		}

	}

	private static final class Server implements AutoCloseable {

		private final ConfigurableApplicationContext context;

		private final KeyedClient client;

		Server(String... properties) {
			SpringApplicationBuilder builder = new SpringApplicationBuilder(WaitingApplication.class).properties(
					"server.port=0", "spring.main.web-application-type=reactive", "spring.main.banner-mode=off",
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

		@Override
		public void close() {
			this.context.close();
		}

	}

}
