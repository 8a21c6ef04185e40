package dev.mainstay.resilience.idempotency.reactive;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.resilience.idempotency.KeyedClient;
import dev.mainstay.resilience.idempotency.KeyedClient.Answer;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a key when the operation has failed after it had called somebody, in
 * the way of the blocking client that notes it.
 */
class ReactiveIdempotencyEvidenceIntegrationTests {

	private static final AtomicInteger charged = new AtomicInteger();

	private static ReactiveServer server;

	private final String key = KeyedClient.freshKey();

	@BeforeAll
	static void start() {
		server = new ReactiveServer(Map.of("spring.reactor.context-propagation", "auto"), Payments.class);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private Answer send(String path) {
		return server.client.send("/payments/" + path, this.key, "");
	}

	@ParameterizedTest
	@CsvSource({ "throws,500", "answers,503", "lazily,504", "elsewhere,500" })
	void operationThatMayHaveHadAnEffectIsNotRepeated(String path, int status) {
		int before = charged.get();
		assertThat(send(path).status()).isEqualTo(status);
		Answer second = send(path);
		assertThat(second.status()).as("%s", second).isEqualTo(409);
		assertThat(second.text()).contains("\"code\":\"idempotency-outcome-unknown\"");
		assertThat(charged.get()).isEqualTo(before + 1);
	}

	@Test
	void keyIsFreeWhenNothingWasCalled() {
		assertThat(server.client.send("/throw", this.key, "").status()).isEqualTo(500);
		assertThat(server.client.send("/throw", this.key, "").keyStatus()).isEqualTo("created");
	}

	@Test
	void nothingIsLeftOnTheThreadsOfTheServer() {
		send("throws");
		assertThat(server.client.send("/throw", this.key, "").status()).isEqualTo(500);
		assertThat(server.client.send("/throw", this.key, "").keyStatus()).isEqualTo("created");
	}

	@RestController
	@RequestMapping("/payments")
	static class Payments {

		private static void charge() {
			charged.incrementAndGet();
			OutgoingEffects.note();
		}

		@PostMapping("/throws")
		Mono<String> throwing() {
			charge();
			return Mono.error(new IllegalStateException("after the charge"));
		}

		@PostMapping("/answers")
		ResponseEntity<String> answers() {
			charge();
			return ResponseEntity.status(503).body("not now");
		}

		@PostMapping("/lazily")
		Mono<String> lazily() {
			return Mono.fromCallable(() -> {
				charge();
				throw new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT);
			});
		}

		@PostMapping("/elsewhere")
		Mono<String> elsewhere() {
			return Mono.delay(Duration.ofMillis(10)).map((tick) -> {
				charge();
				throw new IllegalStateException("after the charge");
			});
		}

	}

}
