package dev.mainstay.resilience.http.reactive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.http.RejectedRequestException;
import dev.mainstay.resilience.policy.CallRejectedException;
import dev.mainstay.resilience.policy.RejectionReason;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.Suppression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import static dev.mainstay.resilience.http.reactive.ReactiveApplication.block;
import static dev.mainstay.resilience.http.reactive.ReactiveApplication.status;
import static dev.mainstay.resilience.http.reactive.ReactiveApplication.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class WebClientRetriesIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "GET,503,3", "GET,429,3", "GET,502,3", "GET,504,3", "GET,408,3", "PUT,503,3", "DELETE,503,3",
			"HEAD,503,3", "GET,500,1", "GET,404,1", "GET,400,1", "GET,501,1", "POST,503,1", "PATCH,503,1",
			"GET,200,1" })
	void onlyWhatIsSafeIsTriedAgain(String method, int status, int calls) {
		for (String connector : new String[] { "reactor", "jdk", "http-components", "jetty" }) {
			try (Dependency dependency = Dependency.answering(status)) {
				ReactiveApplication.with(connector)
					.run((client) -> assertThat(status(client, method, dependency.url())).isEqualTo(status));
				assertThat(dependency.requests()).as(connector).hasSize(calls);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aKeyedPostIsTriedAgainWithTheSameKeyAndBodyThatIsAskedForOnce(String connector) {
		AtomicInteger asked = new AtomicInteger();
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with(connector)
				.run((client) -> block(statusOf(client.post()
					.uri(dependency.url())
					.header("Idempotency-Key", "\"k1\"")
					.contentType(MediaType.APPLICATION_JSON)
					.body(Mono.fromCallable(() -> Map.of("number", asked.incrementAndGet())), Map.class))));
			assertThat(dependency.requests()).hasSize(3)
				.allMatch((request) -> request.contains("\"k1\"") && request.endsWith("{\"number\":1}"));
			assertThat(dependency.requests().get(0)).doesNotContainIgnoringCase("X-Request-Attempt");
			assertThat(dependency.requests().get(2)).containsIgnoringCase("X-Request-Attempt: 3");
			assertThat(asked).hasValue(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aKeyThatIsMadeWhenTheRequestIsSentStaysTheSame(String connector) {
		AtomicInteger keys = new AtomicInteger();
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with(connector)
				.run((client) -> block(statusOf(client.post()
					.uri(dependency.url())
					.httpRequest((request) -> request.getHeaders().set("Idempotency-Key", "k" + keys.incrementAndGet()))
					.body(BodyInserters.fromFormData("a", "b")))));
			assertThat(dependency.requests()).hasSize(3)
				.allMatch((request) -> request.contains("Idempotency-Key: k1\n") && request.endsWith("a=b"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aBodyThatComesInPiecesIsSentOnce(String connector) {
		ReactiveApplication application = ReactiveApplication.with(connector);
		MultipartBodyBuilder parts = new MultipartBodyBuilder();
		parts.part("a", "b");
		try (Dependency dependency = Dependency.answering(503)) {
			application.run((client) -> {
				block(statusOf(client.put().uri(dependency.url()).body(Flux.just("x", "y"), String.class)));
				block(statusOf(
						client.put().uri(dependency.url()).body(BodyInserters.fromMultipartData(parts.build()))));
			});
			assertThat(dependency.requests()).hasSize(2).first().asString().contains("x", "y");
			assertThat(application.events()).containsExactly(Suppression.BODY, Suppression.BODY);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aConnectionThatIsLostAfterAPostIsNotTriedAgain(String connector) {
		try (Dependency dependency = Dependency.answering((number, socket) -> socket.close())) {
			ReactiveApplication.with(connector)
				.run((client) -> assertThatExceptionOfType(WebClientRequestException.class)
					.isThrownBy(() -> block(statusOf(client.post().uri(dependency.url()).bodyValue("x")))));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "reactor,x", "reactor,", "jdk,x", "jdk," })
	void aPostThatWasNeverSentIsTriedAgain(String connector, String body) {
		ReactiveApplication application = ReactiveApplication.with(connector);
		application.run((client) -> assertThatExceptionOfType(WebClientRequestException.class)
			.isThrownBy(() -> block(statusOf(post(client, nowhere(), body)))));
		assertThat(application.events()).containsExactly(FailureKind.NEVER_SENT, FailureKind.NEVER_SENT,
				Suppression.ATTEMPTS);
	}

	@ParameterizedTest
	@CsvSource({ "reactor,x", "reactor,", "jdk,x", "jdk," })
	void aPostWhoseRedirectLeadsNowhereIsSentOnce(String connector, String body) {
		try (Dependency dependency = Dependency.answering(307, "Location: " + nowhere())) {
			ReactiveApplication.with(connector)
				.run((client) -> assertThatExceptionOfType(WebClientRequestException.class)
					.isThrownBy(() -> block(statusOf(post(client, dependency.url(), body)))));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@Test
	void anUnknownHostIsTriedAgain() {
		ReactiveApplication application = ReactiveApplication.with("reactor");
		application.run((client) -> assertThatExceptionOfType(WebClientRequestException.class)
			.isThrownBy(() -> status(client, "GET", "http://nobody.invalid/")));
		assertThat(application.events()).startsWith(FailureKind.NEVER_SENT);
	}

	@Test
	void aBodyThatTheApplicationFailsToProduceIsNoFailureOfTheOtherSide() {
		ReactiveApplication application = ReactiveApplication.with("reactor");
		try (Dependency dependency = Dependency.answering(200)) {
			application.run((client) -> assertThatExceptionOfType(WebClientRequestException.class)
				.isThrownBy(() -> block(statusOf(
						client.put().uri(dependency.url()).body(Mono.error(new IOException("disk")), String.class)))));
		}
		assertThat(application.events()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aRetryAfterIsWaitedFor(String connector) {
		try (Dependency dependency = Dependency.answering(
				(number, socket) -> Dependency.answer(socket, (number == 1) ? 503 : 200, "", "Retry-After: 1"))) {
			long start = System.nanoTime();
			ReactiveApplication.with(connector)
				.run((client) -> assertThat(status(client, "GET", dependency.url())).isEqualTo(200));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
			assertThat(dependency.requests()).hasSize(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aWaitLongerThanACallerIsMadeToWaitIsForAllCallers(String connector) {
		try (Dependency dependency = Dependency.answering(503, "Retry-After: 60")) {
			ReactiveApplication.with(connector).run((client) -> {
				assertThat(status(client, "GET", dependency.url())).isEqualTo(503);
				assertThatExceptionOfType(WebClientRequestException.class)
					.isThrownBy(() -> status(client, "GET", dependency.url()))
					.withCauseInstanceOf(RejectedRequestException.class)
					.satisfies((failure) -> assertThat(rejection(failure).retryAfter())
						.isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
			});
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	/** Without retries of ours Apache HttpComponents makes its own. */
	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "jetty" })
	void anOpenBreakerFailsAtOnce(String connector) {
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with(connector)
				.and("mainstay.http-client.breaker=enforce", "mainstay.http-client.retry.max-retries=0")
				.run((client) -> {
					for (int i = 0; i < 20; i++) {
						status(client, "GET", dependency.url());
					}
					for (int i = 0; i < 100; i++) {
						assertThatExceptionOfType(WebClientRequestException.class)
							.isThrownBy(() -> status(client, "GET", dependency.url()))
							.satisfies((failure) -> assertThat(rejection(failure).reason())
								.isEqualTo(RejectionReason.CIRCUIT_OPEN));
					}
				});
			assertThat(dependency.requests()).hasSize(20);
		}
	}

	@Test
	void aFilterThatTriesAgainItselfIsLeftToIt() {
		try (Dependency dependency = Dependency.answering((number, socket) -> socket.close())) {
			ReactiveApplication.with("reactor").run((client) -> {
				WebClient trying = client.mutate().filter((request, next) -> {
					Mono<ClientResponse> exchange = next.exchange(request);
					return exchange.onErrorResume((failure) -> exchange);
				}).build();
				for (int i = 0; i < 2; i++) {
					assertThatExceptionOfType(WebClientRequestException.class)
						.isThrownBy(() -> status(trying, "GET", dependency.url()));
				}
			});
			assertThat(dependency.requests()).hasSize(3 + 1 + 2);
		}
	}

	@Test
	void aRetryOfTheApplicationIsTheOnlyOne() {
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with("reactor")
				.run((client) -> assertThatExceptionOfType(WebClientResponseException.class).isThrownBy(
						() -> block(client.get().uri(dependency.url()).retrieve().bodyToMono(String.class).retry(1))));
			assertThat(dependency.requests()).hasSize(2);
		}
	}

	private static CallRejectedException rejection(Throwable failure) {
		return ((RejectedRequestException) failure.getCause()).rejection();
	}

	private static WebClient.RequestHeadersSpec<?> post(WebClient client, String url, String body) {
		WebClient.RequestBodySpec request = client.post().uri(url);
		return (body != null) ? request.bodyValue(body) : request;
	}

	/** An address at which nobody listens. */
	private static String nowhere() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return "http://127.0.0.1:" + socket.getLocalPort() + "/";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
