package dev.mainstay.resilience.http.autoconfigure;

import java.util.List;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.ClientName;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.Destinations;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientNameIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class, HttpServiceClientAutoConfiguration.class,
				HttpServiceClientPropertiesAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=jdk", "mainstay.http-client.retry.base-delay=1ms",
				"mainstay.http-client.retry.max-delay=1ms");

	@Test
	void aClientIsKnownByTheHostThatItCalls() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.clients.payments.hosts=127.0.0.1",
						"mainstay.http-client.clients.payments.max-retries=0")
				.run((context) -> {
					status(client(context), "GET", dependency.url());
					assertThat(dependency.requests()).hasSize(1);
					assertThat(only(context)).hasToString("payments to "
							+ dependency.url().substring("http://".length(), dependency.url().length() - 1));
				});
		}
	}

	@Test
	void orByTheNameThatItsRequestsCarry() {
		try (Dependency dependency = Dependency.answering(200)) {
			this.contextRunner.run((context) -> {
				context.getBean(RestClient.Builder.class)
					.defaultRequest((request) -> request.attribute(ClientName.ATTRIBUTE, "stock"))
					.build()
					.get()
					.uri(dependency.url())
					.retrieve()
					.toBodilessEntity();
				assertThat(only(context).policy().name()).isEqualTo("stock");
			});
		}
	}

	@Test
	void anHttpServiceGroupHasItsName() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.withUserConfiguration(Groups.class)
				.withPropertyValues("spring.http.serviceclient.catalogue.base-url=" + dependency.url(),
						"mainstay.http-client.clients.catalogue.max-retries=1")
				.run((context) -> {
					assertThatExceptionOfType(RuntimeException.class)
						.isThrownBy(() -> context.getBean(Catalogue.class).articles());
					assertThat(dependency.requests()).hasSize(2);
					assertThat(only(context).policy().name()).isEqualTo("catalogue");
				});
		}
	}

	private static Destination only(AssertableApplicationContext context) {
		List<Destination> all = context.getBean(Destinations.class).all();
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	private static RestClient client(AssertableApplicationContext context) {
		return context.getBean(RestClient.Builder.class).build();
	}

	private static int status(RestClient client, String method, String url) {
		return client.method(HttpMethod.valueOf(method))
			.uri(url)
			.exchange((request, response) -> response.getStatusCode().value());
	}

	interface Catalogue {

		@GetExchange("/articles")
		String articles();

	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "catalogue", types = Catalogue.class)
	static class Groups {

	}

}
