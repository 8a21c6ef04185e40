package dev.mainstay.resilience.fallback;

import java.util.function.Consumer;

import dev.mainstay.resilience.http.Dependency;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An application with an HTTP interface client and a fallback for it, over real HTTP. In
 * a reactive one the blocking client is not ours, and HttpComponents makes a call twice.
 */
@Timeout(120)
class ClientFallbackIntegrationTests {

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void theFallbackAnswersOnceAfterThreeAttemptsAndTheAnswerIsMarked(WebApplicationType type) {
		try (Dependency dependency = Dependency.answering(503)) {
			run(type, dependency, (application) -> {
				ResponseEntity<String> answer = application.get();
				assertThat(answer.getBody()).isEqualTo("last known");
				assertThat(answer.getHeaders().get("X-Degraded")).containsExactly("default");
				assertThat(dependency.requests()).hasSize((type == WebApplicationType.SERVLET) ? 3 : 2);
				assertThat(application.fallbacks("refused")).isEqualTo(1);
			});
		}
	}

	@Test
	void aCallThatSucceedsInTheEndIsAnsweredByTheDependency() {
		try (Dependency dependency = Dependency.answering((number, socket) -> Dependency.answer(socket,
				(number < 3) ? 503 : 200, "real", "Content-Type: text/plain"))) {
			run(WebApplicationType.SERVLET, dependency, (application) -> {
				ResponseEntity<String> answer = application.get();
				assertThat(answer.getBody()).isEqualTo("real");
				assertThat(answer.getHeaders().get("X-Degraded")).isNull();
				assertThat(dependency.requests()).hasSize(3);
				assertThat(application.registry().find("mainstay.http.client.fallbacks").meters()).isEmpty();
			});
		}
	}

	@Test
	void aRefusalReachesTheCaller() {
		try (Dependency dependency = Dependency.answering(404)) {
			run(WebApplicationType.SERVLET, dependency, (application) -> {
				assertThatExceptionOfType(HttpClientErrorException.NotFound.class)
					.isThrownBy(() -> application.context.getBean(Prices.class).price());
				assertThat(dependency.requests()).hasSize(1);
			});
		}
	}

	@Test
	void theMarkCanBeSwitchedOff() {
		try (Dependency dependency = Dependency.answering(503)) {
			run(WebApplicationType.SERVLET, dependency,
					(application) -> assertThat(application.get().getHeaders().get("X-Degraded")).isNull(),
					"mainstay.http-client.fallback.degraded-header=");
		}
	}

	private static void run(WebApplicationType type, Dependency dependency, Consumer<Running> test,
			String... properties) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class).web(type)
			.properties("server.port=0", "spring.main.banner-mode=off", "dependency=" + dependency.url(),
					"mainstay.http-client.retry.base-delay=1ms", "mainstay.http-client.retry.max-delay=1ms",
					"spring.http.clients.imperative.factory=jdk", "spring.jmx.enabled=false")
			.properties(properties)
			.run()) {
			test.accept(new Running(context));
		}
	}

	record Running(ConfigurableApplicationContext context) {

		ResponseEntity<String> get() {
			String port = this.context.getEnvironment().getProperty("local.server.port");
			return RestClient.create("http://127.0.0.1:" + port).get().uri("/price").retrieve().toEntity(String.class);
		}

		MeterRegistry registry() {
			return this.context.getBean(MeterRegistry.class);
		}

		double fallbacks(String cause) {
			return registry().get("mainstay.http.client.fallbacks")
				.tags("client", "default", "cause", cause)
				.functionCounter()
				.count();
		}

	}

	interface Prices {

		@GetExchange("/price")
		String price();

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Prices prices(Environment environment, RestClient.Builder builder) {
			RestClient client = builder.baseUrl(environment.getRequiredProperty("dependency")).build();
			return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
				.build()
				.createClient(Prices.class);
		}

		@Bean
		ClientFallback<Prices> pricesFallback() {
			return ClientFallback.of(Prices.class, () -> "last known");
		}

		@Bean
		SimpleMeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

		@Bean
		PricesController controller(Prices prices) {
			return new PricesController(prices);
		}

	}

	@RestController
	record PricesController(Prices prices) {

		@GetMapping("/price")
		String price() {
			return this.prices.price();
		}

	}

}
