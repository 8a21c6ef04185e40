package dev.mainstay.tests.coexistence;

import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

class OwnReactiveAdviceTests {

	@ParameterizedTest
	@ValueSource(classes = { WithUnorderedAdvice.class, WithOrderedAdvice.class })
	void answersAreWhatTheyWere(Class<?> application) {
		BeforeAndAfter answers = BeforeAndAfter.of(application,
				(http) -> Stream.of(http.get("/orders/1"), http.get("/failing"), http.get("/orders/abc"),
						http.post("/validated-orders", "{\"customer\":\"\"}"), http.get("/functional/7")),
				"--mainstay.mode=enforce");
		assertThat(answers.after()).isEqualTo(answers.before())
			.filteredOn((answer) -> answer.body().contains("\"mine\""))
			.hasSize(3);
		assertThat(answers.features()).containsEntry("problem", "on");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, UnorderedAdvice.class })
	static class WithUnorderedAdvice {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, OrderedAdvice.class })
	static class WithOrderedAdvice {

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
