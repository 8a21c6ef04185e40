package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

import static dev.mainstay.test.MainstayAssertions.assertThatProblem;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How an application has set up WebFlux is how it stays.
 */
class OwnSettingsTests {

	@ParameterizedTest
	@ValueSource(strings = { "--spring.main.lazy-initialization=true", "--spring.threads.virtual.enabled=true",
			"--spring.webflux.base-path=/shop" })
	void answersAreWhatTheyWere(String setting) {
		String base = setting.contains("base-path") ? "/shop" : "";
		BeforeAndAfter answers = BeforeAndAfter.of(WithBlocking.class, List.of(setting), (http) -> requests(http, base),
				"--mainstay.mode=enforce");
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.after()).filteredOn((answer) -> answer.status() == 200).hasSize(4);
		assertThat(answers.features()).containsEntry("problem", "on")
			.containsEntry("security-headers", "on")
			.containsEntry("access-log", "on")
			.containsEntry("idempotency", "on (keys in memory)");
	}

	private static Stream<HttpResponse<String>> requests(Http http, String base) {
		return Stream.of(http.get(base + "/orders/1"), http.get(base + "/functional/7"), http.get(base + "/blocking"),
				http.get(base + "/actuator/health"), http.get(base + "/failing"),
				http.get(base + "/functional-failing"), http.get(base + "/orders/abc"), http.get(base + "/nowhere"),
				http.get(base + "/elsewhere/orders/1"), http.post(base + "/validated-orders", "{\"customer\":\"\"}"));
	}

	/**
	 * What Spring's own advice says it says as before; only what it leaves is a problem.
	 */
	@Test
	void problemsOfSpringAreSpringsOwn() {
		BeforeAndAfter answers = BeforeAndAfter.of(ReactiveApplication.class,
				List.of("--spring.webflux.problemdetails.enabled=true"), (http) -> requests(http, ""),
				"--mainstay.mode=enforce");
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.before())
			.filteredOn((answer) -> "application/problem+json".equals(answer.headers().get("content-type")))
			.isNotEmpty()
			.allMatch((before) -> answers.after().stream().anyMatch((after) -> after.isCompletionOf(before)));
	}

	/** Spring says nothing there, and no part of the application is asked. */
	@Test
	void whatIsOutsideOfTheBasePathIsNotFound() {
		try (WorldApplication application = World.hardened()
			.start(ReactiveApplication.class, "--spring.webflux.base-path=/shop")) {
			HttpResponse<String> answer = application.http().get("/elsewhere");
			assertThat(answer.statusCode()).isEqualTo(404);
			assertThatProblem(answer.body()).hasCode("not-found");
		}
	}

	@Test
	void aConfigurerOfTheApplicationIsHeard() {
		BeforeAndAfter answers = BeforeAndAfter.of(WithConfigurer.class,
				(http) -> Stream.of(http.get("/word?of=abc"), http.get("/word?of=abc", "Origin", "http://a.example"),
						http.exchange("OPTIONS", "/word", "", "Origin", "http://a.example",
								"Access-Control-Request-Method", "GET"),
						http.exchange("OPTIONS", "/word", "", "Origin", "http://b.example",
								"Access-Control-Request-Method", "GET"),
						http.get("/orders/1?format=json", "Accept", "text/plain")),
				"--mainstay.mode=enforce");
		assertThat(answers.unexpected()).isEmpty();
		assertThat(answers.after().get(0).body()).isEqualTo("[cba]");
		assertThat(answers.after().get(1).headers()).containsEntry("access-control-allow-origin", "http://a.example");
		assertThat(answers.after().get(3).status()).isEqualTo(403);
		assertThat(answers.after().get(4).body()).isEqualTo("{\"id\":1}");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, BlockingController.class })
	static class WithBlocking {

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ ReactiveApplication.class, Configurer.class, BlockingController.class })
	static class WithConfigurer {

	}

	public record Word(String text) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Configurer implements WebFluxConfigurer, Ordered {

		@Override
		public void addFormatters(FormatterRegistry registry) {
			registry.addConverter(String.class, Word.class,
					(text) -> new Word("[" + new StringBuilder(text).reverse() + "]"));
		}

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**").allowedOrigins("http://a.example");
		}

		@Override
		public void configureContentTypeResolver(RequestedContentTypeResolverBuilder builder) {
			builder.parameterResolver().parameterName("format");
		}

		@Override
		public int getOrder() {
			return 0;
		}

	}

	@RestController
	static class BlockingController {

		/** On which kind of thread the application blocks is up to its settings. */
		@GetMapping("/blocking")
		Map<String, String> block() {
			return Map.of("thread", Thread.currentThread().getName().replaceAll("\\d+", "n"));
		}

		@GetMapping("/word")
		String word(@RequestParam("of") Word word) {
			return word.text();
		}

	}

}
