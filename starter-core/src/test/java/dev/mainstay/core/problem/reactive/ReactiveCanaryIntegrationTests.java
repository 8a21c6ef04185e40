package dev.mainstay.core.problem.reactive;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.mainstay.core.problem.AbstractCanaryIntegrationTests;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.WebFilter;

class ReactiveCanaryIntegrationTests extends AbstractCanaryIntegrationTests {

	@Override
	protected WebApplicationType type() {
		return WebApplicationType.REACTIVE;
	}

	@Override
	protected Class<?>[] parts() {
		return new Class<?>[] { ReactiveController.class, FilterConfiguration.class };
	}

	@RestController
	static class ReactiveController {

		@GetMapping("/fail/future")
		CompletableFuture<String> future() {
			return CompletableFuture.failedFuture(new IllegalStateException(SECRET));
		}

		@GetMapping("/fail/later")
		Mono<String> later() {
			return Mono.delay(Duration.ofMillis(10)).flatMap((tick) -> Mono.error(new IllegalStateException(SECRET)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilterConfiguration {

		@Bean
		WebFilter failing() {
			return (exchange, chain) -> exchange.getRequest().getPath().value().equals("/fail/filter")
					? Mono.error(new IllegalStateException(SECRET)) : chain.filter(exchange);
		}

		@Bean
		RouterFunction<ServerResponse> functional() {
			return RouterFunctions.route().GET("/fail/own", (request) -> {
				throw new IllegalStateException(SECRET);
			}).build();
		}

		/**
		 * Without them, the first service to be closed would close the others'
		 * connections.
		 */
		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ofMillis(100));
			return resources;
		}

	}

}
