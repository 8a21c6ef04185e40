package dev.mainstay.resilience.http.autoconfigure;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.http.RejectedRequestException;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.RejectionReason;
import dev.mainstay.resilience.retry.InboundAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientPolicyIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class, HttpServiceClientAutoConfiguration.class,
				HttpServiceClientPropertiesAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=jdk", "mainstay.http-client.retry.base-delay=1ms",
				"mainstay.http-client.retry.max-delay=1ms");

	@Test
	void anOpenBreakerSendsNothing() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.breaker=enforce", "mainstay.http-client.retry.max-retries=0")
				.run((context) -> {
					RestClient client = client(context);
					IntStream.range(0, 20).forEach((call) -> status(client, "GET", dependency.url()));
					for (int call = 0; call < 100; call++) {
						assertRejected(client, dependency, RejectionReason.CIRCUIT_OPEN);
					}
					assertThat(dependency.requests()).hasSize(20);
				});
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 422 })
	void aRefusalOfWhatWasAskedIsNoTrouble(int status) {
		try (Dependency dependency = Dependency.answering(status)) {
			this.contextRunner.withPropertyValues("mainstay.http-client.breaker=enforce").run((context) -> {
				RestClient client = client(context);
				IntStream.range(0, 200).forEach((call) -> status(client, "GET", dependency.url()));
				assertThat(dependency.requests()).hasSize(200);
			});
		}
	}

	@Test
	void aBreakerOnlyReportsByDefault() {
		try (Dependency dependency = Dependency.answering(500)) {
			this.contextRunner.run((context) -> {
				RestClient client = client(context);
				IntStream.range(0, 60)
					.forEach((call) -> assertThat(status(client, "GET", dependency.url())).isEqualTo(500));
				assertThat(only(context).state().breaker()).isEqualTo("open");
			});
		}
	}

	@Test
	void whoeverAskedToBeLeftAloneIsByAllCallers() {
		try (Dependency dependency = Dependency.answering(503, "Retry-After: 60")) {
			this.contextRunner.run((context) -> {
				RestClient client = client(context);
				assertThat(status(client, "GET", dependency.url())).isEqualTo(503);
				assertRejected(client, dependency, RejectionReason.NOT_BEFORE);
				assertRejected(client(context), dependency, RejectionReason.NOT_BEFORE);
				assertThat(dependency.requests()).hasSize(1);
			});
		}
	}

	@Test
	void aHungDependencyTakesNoMoreThreadsThanItMay() {
		CountDownLatch end = new CountDownLatch(1);
		CountDownLatch arrived = new CountDownLatch(10);
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			arrived.countDown();
			await(end);
			Dependency.answer(socket, 200, "");
		})) {
			this.contextRunner.withPropertyValues("mainstay.http-client.max-concurrent-calls=10").run((context) -> {
				RestClient client = client(context);
				List<CompletableFuture<Integer>> slow = calls(client, dependency, 10);
				assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
				for (int call = 0; call < 100; call++) {
					assertRejected(client, dependency, RejectionReason.CONCURRENCY_LIMITED);
				}
				end.countDown();
				assertThat(slow).allSatisfy((call) -> assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(200));
				assertThat(status(client, "GET", dependency.url())).isEqualTo(200);
				assertThat(dependency.requests()).hasSize(11);
			});
		}
	}

	private static List<CompletableFuture<Integer>> calls(RestClient client, Dependency dependency, int count) {
		return IntStream.range(0, count)
			.mapToObj((call) -> CompletableFuture.supplyAsync(() -> status(client, "GET", dependency.url()),
					(task) -> new Thread(task).start()))
			.toList();
	}

	/** As Spring's own recipe for large downloads has it. */
	@Test
	void aBodyThatIsHandedOnGivesItsPlaceBack() {
		try (Dependency dependency = Dependency
			.answering((number, socket) -> Dependency.answer(socket, 200, "x".repeat(10)))) {
			this.contextRunner.withPropertyValues("mainstay.http-client.max-concurrent-calls=1").run((context) -> {
				for (int call = 0; call < 3; call++) {
					try (InputStream body = client(context).get()
						.uri(dependency.url())
						.exchange((request, response) -> response.getBody(), false)) {
						assertThat(body.readNBytes(5)).hasSize(5);
					}
				}
				assertThat(dependency.requests()).hasSize(3);
			});
		}
	}

	/** With the last byte a connection belongs to whoever comes next. */
	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "jetty", "reactor" })
	void anAnswerThatNobodyWantsTakesNoConnectionFromTheNextRequest(String factory) {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			boolean refused = number % 2 == 1;
			if (!refused) {
				LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
			}
			Dependency.answer(socket, refused ? 503 : 200, "body");
		})) {
			this.contextRunner
				.withPropertyValues("spring.http.clients.imperative.factory=" + factory,
						"mainstay.http-client.retry.max-retries=1", "mainstay.http-client.retry.budget.floor=1000")
				.run((context) -> {
					RestClient client = client(context);
					for (int call = 0; call < 20; call++) {
						assertThat(status(client, "GET", dependency.url())).isEqualTo(200);
					}
					assertThat(dependency.requests()).hasSize(40);
				});
		}
	}

	@Test
	void aCallerThatRetriesIsNotHelpedAndARetryIsTold() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.run((context) -> {
				InboundAttempt.set(2);
				try {
					status(client(context), "GET", dependency.url());
				}
				finally {
					InboundAttempt.clear();
				}
				assertThat(dependency.requests()).hasSize(1);
				status(client(context), "GET", dependency.url());
				assertThat(dependency.requests()).hasSize(4);
				assertThat(dependency.requests().get(1).toLowerCase()).doesNotContain("x-request-attempt");
				assertThat(dependency.requests().get(3).toLowerCase()).contains("x-request-attempt: 3");
			});
		}
	}

	@Test
	void nobodyIsToldOfARetryWhereThatIsNotWanted() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.withPropertyValues("mainstay.http-client.retry.attempt-header=").run((context) -> {
				status(client(context), "GET", dependency.url());
				assertThat(dependency.requests()).hasSize(3)
					.noneMatch((request) -> request.toLowerCase().contains("x-request-attempt"));
			});
		}
	}

	@Test
	void aBodyThatCanBeWrittenOnceIsSentOnce() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.run((context) -> {
				client(context).put()
					.uri(dependency.url())
					.body((OutputStream output) -> output.write("once".getBytes(StandardCharsets.UTF_8)))
					.exchange((request, response) -> response.getStatusCode());
				assertThat(dependency.requests()).hasSize(1);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "attempt-timeout=5s", "clients.payments.attempt-timeout=5s" })
	void anAttemptThatDoesNotFitStopsTheStartWithTheArithmetic(String property) {
		this.contextRunner
			.withPropertyValues("mainstay.http-client.total-timeout=3s", "mainstay.http-client." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("one attempt of 5000ms does not fit into the 3000ms"));
	}

	@Test
	void soDoesAWindowThatIsShorterThanTwoAttempts() {
		this.contextRunner.withPropertyValues("mainstay.http-client.attempt-timeout=20s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.http-client.circuit-breaker.window")
				.hasMessageContaining("two attempts of 20000ms"));
	}

	private static void assertRejected(RestClient client, Dependency dependency, RejectionReason reason) {
		assertThatExceptionOfType(ResourceAccessException.class)
			.isThrownBy(() -> status(client, "GET", dependency.url()))
			.satisfies((ex) -> assertThat(((RejectedRequestException) ex.getCause()).rejection().reason())
				.isEqualTo(reason));
	}

	private static Destination only(AssertableApplicationContext context) {
		List<Destination> all = context.getBean(Destinations.class).all();
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	private static RestClient client(AssertableApplicationContext context) {
		return context.getBean(RestClient.Builder.class).build();
	}

	private static int status(RestClient client, String method, String url) {
		return client.method(HttpMethod.valueOf(method))
			.uri(url)
			.exchange((request, response) -> response.getStatusCode().value());
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
