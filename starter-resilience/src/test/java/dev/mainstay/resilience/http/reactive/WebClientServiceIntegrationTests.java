package dev.mainstay.resilience.http.reactive;

import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.policy.Destinations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientPropertiesAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.service.ReactiveHttpServiceClientAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.registry.HttpServiceGroup;
import org.springframework.web.service.registry.ImportHttpServices;

import static dev.mainstay.resilience.http.reactive.ReactiveApplication.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class WebClientServiceIntegrationTests {

	@Test
	void theClientsOfAGroupHaveItsNameAndPolicy() {
		try (Dependency dependency = Dependency.answering(503)) {
			application()
				.and("spring.http.serviceclient.stock.base-url=" + dependency.url(),
						"mainstay.http-client.clients.stock.max-retries=1")
				.runContext((context) -> {
					Stock stock = context.getBean(Stock.class);
					assertThatExceptionOfType(WebClientResponseException.class).isThrownBy(() -> block(stock.read()))
						.satisfies((failure) -> assertThat(failure.getStatusCode())
							.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
					assertThat(dependency.requests()).hasSize(2);
					assertThatExceptionOfType(WebClientResponseException.class).isThrownBy(() -> block(stock.change()));
					assertThat(dependency.requests()).hasSize(3);
					assertThat(context.getBean(Destinations.class).all()).singleElement()
						.satisfies((it) -> assertThat(it.policy().name()).isEqualTo("stock"));
				});
		}
	}

	private static ReactiveApplication application() {
		return ReactiveApplication.with("reactor")
			.and((runner) -> runner
				.withConfiguration(AutoConfigurations.of(HttpServiceClientPropertiesAutoConfiguration.class,
						ReactiveHttpServiceClientAutoConfiguration.class))
				.withUserConfiguration(Services.class));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportHttpServices(group = "stock", types = Stock.class, clientType = HttpServiceGroup.ClientType.WEB_CLIENT)
	static class Services {

	}

	interface Stock {

		@GetExchange("/stock")
		Mono<String> read();

		@PostExchange("/stock")
		Mono<String> change();

	}

}
