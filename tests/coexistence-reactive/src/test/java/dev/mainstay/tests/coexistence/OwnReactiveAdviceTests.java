package dev.mainstay.tests.coexistence;

import java.util.List;
import java.util.Map;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

class OwnReactiveAdviceTests {

	@ParameterizedTest
	@ValueSource(classes = { UnorderedAdvice.class, OrderedAdvice.class })
	void answersAreWhatTheyWere(Class<?> advice) {
		assertThat(answers(advice, "mainstay.mode=enforce")).isEqualTo(answers(advice, "mainstay.enabled=false"))
			.hasSize(3)
			.allMatch((answer) -> answer.contains("\"mine\""));
	}

	private static List<String> answers(Class<?> advice, String property) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ReactiveApplication.class, advice)
			.properties("server.port=0", property)
			.run()) {
			Http http = new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			return List.of(http.get("/failing").body(), http.get("/orders/abc").body(),
					http.post("/validated-orders", "{\"customer\":\"\"}").body());
		}
	}

	@RestControllerAdvice
	static class UnorderedAdvice {

		@ExceptionHandler
		ResponseEntity<Map<String, String>> handle(Exception ex) {
			return ResponseEntity.status(418).body(Map.of("mine", ex.getClass().getSimpleName()));
		}

	}

	@Order(0)
	@RestControllerAdvice
	static class OrderedAdvice {

		@ExceptionHandler
		ResponseEntity<Map<String, String>> handle(Exception ex) {
			return ResponseEntity.status(418).body(Map.of("mine", ex.getClass().getSimpleName()));
		}

	}

}
