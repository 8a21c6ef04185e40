package dev.mainstay.tests.coexistence;

import java.util.Map;

import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that catches every exception itself answers every one of them as before.
 */
class OwnAdviceTests {

	@ParameterizedTest
	@ValueSource(classes = { UnorderedAdvice.class, OrderedAdvice.class })
	void answersAreWhatTheyWere(Class<?> advice) {
		Class<?>[] application = { OrdinaryApplication.class, advice };
		assertThat(SameAnswers.answers(application, "mainstay.mode=enforce"))
			.isEqualTo(SameAnswers.answers(application, "mainstay.enabled=false"))
			.filteredOn((answer) -> answer.body().contains("\"mine\""))
			.hasSize(5);
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
