package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Answer;
import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application without Actuator: three of the starters bring none, open nothing, and do
 * without.
 */
class NoActuatorTests {

	@Test
	void everythingElseWorks() {
		assertThat(ClassUtils.isPresent("org.springframework.boot.actuate.endpoint.annotation.Endpoint", null))
			.isFalse();
		BeforeAndAfter answers = BeforeAndAfter.of(Numbers.class, List.of(), NoActuatorTests::requests,
				Set.of("POST /numbers"), "--mainstay.mode=enforce");
		assertThat(answers.after()).map(Answer::status)
			.isEqualTo(answers.before().stream().map(Answer::status).toList());
		assertThat(answers.after().subList(0, 3)).isEqualTo(answers.before().subList(0, 3));
		assertThat(answers.before().get(3).body()).isEqualTo("{\"number\":2}");
		assertThat(answers.after().get(3).body()).isEqualTo("{\"number\":1}");
		assertThat(answers.unexpected(4, answers.after().size())).isEmpty();
		assertThat(answers.after().subList(4, answers.after().size())).allSatisfy(
				(answer) -> assertThat(answer.headers()).containsEntry("content-type", "application/problem+json"));
		assertThat(answers.features()).containsEntry("problem", "on").containsEntry("request-id", "on");
		assertThat(answers.features().get("mainstay-endpoint")).startsWith("not-applicable");
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of(http.get("/numbers/1"), http.exchange("HEAD", "/numbers/1", ""),
				http.post("/numbers", "{}", "Idempotency-Key", "\"k-1\""),
				http.post("/numbers", "{}", "Idempotency-Key", "\"k-1\""), http.get("/numbers/x"),
				http.get("/actuator"), http.get("/actuator/mainstay"), http.get("/actuator/prometheus"));
	}

	@SpringBootApplication(scanBasePackages = "none")
	@Import(Handlers.class)
	static class Numbers {

	}

	@RestController
	static class Handlers {

		private final AtomicInteger numbers = new AtomicInteger();

		@GetMapping("/numbers/{number}")
		Map<String, Integer> find(@PathVariable int number) {
			return Map.of("number", number);
		}

		@PostMapping("/numbers")
		Map<String, Integer> create() {
			return Map.of("number", this.numbers.incrementAndGet());
		}

	}

}
