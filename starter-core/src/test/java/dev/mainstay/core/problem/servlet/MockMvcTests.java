package dev.mainstay.core.problem.servlet;

import java.util.function.Consumer;

import dev.mainstay.core.problem.Orders;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ServletProblemAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * There is no error dispatch in a mock, so a user's tests see what they saw before.
 */
class MockMvcTests {

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withBean(Orders.OrderController.class)
		.withBean(Orders.Stock.class)
		.withConfiguration(AutoConfigurations.of(ProblemAutoConfiguration.class, ServletProblemAutoConfiguration.class,
				ErrorMvcAutoConfiguration.class, WebMvcAutoConfiguration.class,
				DispatcherServletAutoConfiguration.class));

	@Test
	void aFailureStillReachesTheTest() {
		run((mvc) -> assertThat(mvc.get().uri("/boom").exchange()).failure().hasRootCauseMessage(Orders.CANARY));
	}

	@Test
	void aStatusStillHasItsReasonAndNoBody() {
		run((mvc) -> assertThat(mvc.get().uri("/status/404").exchange()).hasStatus(404)
			.hasErrorMessage(Orders.CANARY)
			.hasBodyTextEqualTo(""));
	}

	private void run(Consumer<MockMvcTester> test) {
		this.contextRunner.run((context) -> test.accept(MockMvcTester.from(context)));
	}

}
