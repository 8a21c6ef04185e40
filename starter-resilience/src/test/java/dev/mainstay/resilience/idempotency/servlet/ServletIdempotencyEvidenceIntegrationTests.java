package dev.mainstay.resilience.idempotency.servlet;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a key when the operation has failed after it had called somebody.
 */
class ServletIdempotencyEvidenceIntegrationTests {

	private static final Map<String, Object> PROPERTIES = Map.of("mainstay.http-client.response-timeout", "300ms",
			"spring.task.execution.propagate-context", true);

	private static final AtomicInteger charged = new AtomicInteger();

	private static ServletServer server;

	private static Dependency provider;

	private final String key = KeyedClient.freshKey();

	@BeforeAll
	static void start() {
		// Charges at once, and answers after the caller has given up.
		provider = Dependency.answering((number, socket) -> {
			charged.incrementAndGet();
			try {
				Thread.sleep(Duration.ofSeconds(1).toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			Dependency.answer(socket, 200, "charged");
		});
		server = new ServletServer(PROPERTIES, Payments.class);
	}

	@AfterAll
	static void stop() {
		server.close();
		provider.close();
	}

	private Answer send(String path, Dependency dependency) {
		return send(server, path, dependency.url());
	}

	private Answer send(ServletServer some, String path, String url) {
		return some.client.send("/payments/" + path + "?url=" + url, this.key, "");
	}

	private static void assertUnknown(Answer answer) {
		assertThat(answer.status()).as("%s", answer).isEqualTo(409);
		assertThat(answer.text()).contains("\"code\":\"idempotency-outcome-unknown\"");
	}

	@ParameterizedTest
	@CsvSource({ "plain,504", "elsewhere,504", "answers/503,503", "answers/429,429", "throws/504,504",
			"throws/408,408" })
	void slowSuccessOfACallIsNoDoubleCharge(String path, int status) {
		int before = charged.get();
		assertThat(send(path, provider).status()).isEqualTo(status);
		assertUnknown(send(path, provider));
		assertThat(charged.get()).isEqualTo(before + 1);
	}

	@Test
	void operationThatHandlesTheTimeOutIsReplayed() {
		int before = charged.get();
		assertThat(send("answers/202", provider).status()).isEqualTo(202);
		assertThat(send("answers/202", provider).isReplay()).isTrue();
		assertThat(charged.get()).isEqualTo(before + 1);
	}

	@Test
	void keyIsFreeWhenTheCallerMayNot() {
		assertThat(send("answers/403", provider).status()).isEqualTo(403);
		assertThat(send("answers/403", provider).status()).isEqualTo(403);
	}

	@Test
	void successfulCallIsNotMadeAgainWhenTheRestFails() {
		try (Dependency quick = Dependency.answering(200)) {
			assertThat(send("then-fails", quick).status()).isEqualTo(500);
			assertUnknown(send("then-fails", quick));
			assertThat(quick.requests()).hasSize(1);
		}
	}

	@Test
	void keyIsFreeWhenNothingWasSent() {
		Dependency gone = Dependency.answering(200);
		gone.close();
		assertThat(send("plain", gone).status()).isEqualTo(503);
		try (Dependency quick = Dependency.answering(200)) {
			assertThat(send("answers/503", gone).keyStatus()).isEqualTo("created");
			assertThat(send("plain", gone).keyStatus()).isEqualTo("created");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 402, 404, 503 })
	void keyIsFreeWhenTheOtherSideSaysThatNothingWasDone(int status) {
		try (Dependency refusing = Dependency.answering(status)) {
			assertThat(send("plain", refusing).status()).isEqualTo((status == 503) ? 503 : 502);
			assertThat(send("plain", refusing).keyStatus()).isEqualTo("created");
			assertThat(refusing.requests()).hasSize(2);
		}
	}

	@Test
	void keyIsFreeWhenTheCallCarriesAKeyOfItsOwn() {
		int before = charged.get();
		assertThat(send("keyed", provider).status()).isEqualTo(504);
		assertThat(send("keyed", provider).keyStatus()).isEqualTo("created");
		assertThat(charged.get()).isGreaterThan(before + 1);
	}

	@Test
	void operationWhoseResultCannotBeWrittenIsNotRepeated() {
		int before = charged.get();
		assertThat(send("unwritable", provider).status()).isEqualTo(500);
		assertUnknown(send("unwritable", provider));
		assertThat(charged.get()).isEqualTo(before + 1);
	}

	@Test
	void keyIsAlwaysFreeWhereThatIsAskedFor() {
		try (ServletServer free = server("release")) {
			assertThat(send(free, "plain", provider.url()).status()).isEqualTo(504);
			assertThat(send(free, "plain", provider.url()).keyStatus()).isEqualTo("created");
		}
	}

	@Test
	void everyFailureAfterTheBeginningIsUnknownWhereThatIsAskedFor() {
		try (ServletServer strict = server("unknown")) {
			assertThat(strict.client.send("/throw", this.key, "").status()).isEqualTo(500);
			assertUnknown(strict.client.send("/throw", this.key, ""));
			assertThat(strict.client.send("/orders", this.key, "{").status()).isEqualTo(400);
			assertThat(strict.client.send("/orders", this.key, "{}").status()).isEqualTo(201);
			assertThat(strict.client.send("/nowhere", this.key, "{").keyStatus()).isEqualTo("created");
			assertThat(strict.client.send("/nowhere", this.key, "{}").keyStatus()).isEqualTo("created");
		}
	}

	private static ServletServer server(String afterFailure) {
		return new ServletServer(Map.of("mainstay.http-client.response-timeout", "300ms",
				"mainstay.idempotency.after-failure", afterFailure), Payments.class);
	}

	@RestController
	@RequestMapping("/payments")
	static class Payments {

		private final RestClient client;

		Payments(RestClient.Builder builder) {
			this.client = builder.build();
		}

		private String charge(URI url) {
			return this.client.post().uri(url).body("charge").retrieve().body(String.class);
		}

		@PostMapping("/plain")
		String plain(@RequestParam URI url) {
			return charge(url);
		}

		@PostMapping("/elsewhere")
		Callable<String> elsewhere(@RequestParam URI url) {
			return () -> charge(url);
		}

		@PostMapping("/keyed")
		String keyed(@RequestParam URI url) {
			return this.client.post()
				.uri(url)
				.header(IdempotencyHeaders.KEY, "\"own\"")
				.body("charge")
				.retrieve()
				.body(String.class);
		}

		@PostMapping("/answers/{status}")
		ResponseEntity<String> answers(@PathVariable int status, @RequestParam URI url) {
			try {
				return ResponseEntity.ok(charge(url));
			}
			catch (ResourceAccessException ex) {
				return ResponseEntity.status(status).body("not now");
			}
		}

		@PostMapping("/throws/{status}")
		String throwing(@PathVariable int status, @RequestParam URI url) {
			try {
				return charge(url);
			}
			catch (ResourceAccessException ex) {
				throw new ResponseStatusException(HttpStatusCode.valueOf(status));
			}
		}

		@PostMapping("/then-fails")
		String thenFails(@RequestParam URI url) {
			charge(url);
			throw new IllegalStateException("after the charge");
		}

		@PostMapping("/unwritable")
		Unwritable unwritable(@RequestParam URI url) {
			charged.incrementAndGet();
			return new Unwritable();
		}

	}

	/**
	 * Has a property that fails.
	 */
	static final class Unwritable {

		public String getNumber() {
			throw new IllegalStateException("a lazy association");
		}

	}

}
