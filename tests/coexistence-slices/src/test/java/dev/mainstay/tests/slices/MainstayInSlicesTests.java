package dev.mainstay.tests.slices;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import dev.mainstay.core.mode.Ladder;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What there is of Mainstay in the slices of an application, and what is not.
 */
class MainstayInSlicesTests {

	@ParameterizedTest
	@ValueSource(classes = { DataJpaSlice.class, RestClientSlice.class, JsonSlice.class })
	void nothingJoinsASliceWithoutWeb(Class<?> slice) {
		assertThat(packagesOfMainstay(slice)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(classes = { WebMvcSlice.class, WebFluxSlice.class })
	void problemsAndValidationJoinASliceOfTheWebAndNothingElseDoes(Class<?> slice) {
		assertThat(packagesOfMainstay(slice))
			.allMatch((name) -> name.matches("dev\\.mainstay\\.core\\.(mode|problem|validation)\\b.*"))
			.anyMatch((name) -> name.startsWith("dev.mainstay.core.problem"))
			.anyMatch((name) -> name.startsWith("dev.mainstay.core.validation"));
	}

	/** The ladder alone: a slice has no features to speak of when it starts. */
	@ParameterizedTest
	@ValueSource(classes = { WebMvcSlice.class, WebFluxSlice.class })
	void aSliceOfTheWebSaysNothingOfFeatures(Class<?> slice) {
		ApplicationContext context = context(slice);
		assertThat(context.getBean(Ladder.class).rules()).isNotEmpty()
			.allMatch((rule) -> rule.name().startsWith("validation."));
		assertThat(context.containsBean("mainstayFeatures")).isFalse();
		assertThat(context.containsBean("mainstayStartBlock")).isFalse();
	}

	@Test
	void aReactiveSliceSeesTheProblemThatCallersSee() {
		context(WebFluxSlice.class).getBean(WebTestClient.class)
			.get()
			.uri("/failing")
			.exchange()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("internal-error");
	}

	/** Nothing is dispatched in a mock: a test asks the error page itself. */
	@Test
	void theErrorPageOfAServletSliceIsTheProblemThatCallersSee() {
		MvcTestResult result = context(WebMvcSlice.class).getBean(MockMvcTester.class)
			.get()
			.uri("/error")
			.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
			.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/orders/7")
			.exchange();
		assertThat(result).hasStatus(404).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(result).bodyJson().extractingPath("$.code").isEqualTo("not-found");
	}

	@Test
	void aRequestInAMockIsCountedWhenItEnds() {
		ApplicationContext context = context(MockMvcOfAll.class);
		Ladder ladder = context.getBean(Ladder.class);
		long before = ladder.requests();
		assertThat(context.getBean(MockMvcTester.class).get().uri("/orders/77")).hasStatus(404)
			.containsHeader("X-Request-Id");
		assertThat(ladder.requests()).isEqualTo(before + 1);
	}

	private static Set<String> packagesOfMainstay(Class<?> slice) {
		ApplicationContext context = context(slice);
		Set<String> packages = new TreeSet<>();
		Arrays.stream(context.getBeanDefinitionNames())
			.map(context::getType)
			.filter((type) -> type != null)
			.map(Class::getPackageName)
			.filter((name) -> name.startsWith("dev.mainstay.") && !name.startsWith("dev.mainstay.tests."))
			.forEach(packages::add);
		return packages;
	}

	/** Cached, as for the tests of the slice themselves. */
	private static ApplicationContext context(Class<?> slice) {
		return new TestContextManager(slice).getTestContext().getApplicationContext();
	}

}
