package dev.mainstay.tests.coexistence;

import java.util.Map;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
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
	@ValueSource(classes = { WithUnorderedAdvice.class, WithOrderedAdvice.class })
	void answersAreWhatTheyWere(Class<?> application) {
		BeforeAndAfter answers = SameAnswers.of(application);
		assertThat(answers.after()).isEqualTo(answers.before())
			.filteredOn((answer) -> answer.body().contains("\"mine\""))
			.hasSize(5);
		assertThat(answers.features()).containsEntry("problem", "on").containsEntry("validation", "on");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, UnorderedAdvice.class })
	static class WithUnorderedAdvice {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ OrdinaryApplication.class, OrderedAdvice.class })
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
