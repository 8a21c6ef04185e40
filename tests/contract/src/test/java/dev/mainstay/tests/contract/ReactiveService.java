package dev.mainstay.tests.contract;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.web.ReactivePageableHandlerMethodArgumentResolver;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.WebFilter;

/**
 * What only Spring WebFlux has.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ContractService.class, ReactiveService.ReactiveEndpoints.class })
class ReactiveService {

	@Bean
	NettyReactiveWebServerFactory webServerFactory() {
		return new NettyReactiveWebServerFactory();
	}

	@Bean
	WebFilter failingFilter() {
		return (exchange, chain) -> exchange.getRequest().getPath().value().equals("/filtered")
				? Mono.error(Canary.failure()) : chain.filter(exchange);
	}

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route().GET("/functional", (request) -> Mono.error(Canary.failure())).build();
	}

	/** Spring Boot sets this up for Spring MVC only. */
	@Bean
	WebFluxConfigurer pages() {
		return new WebFluxConfigurer() {

			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
				configurer.addCustomResolver(new ReactivePageableHandlerMethodArgumentResolver());
			}

		};
	}

	@RestController
	static class ReactiveEndpoints {

		@GetMapping("/async")
		Mono<String> async() {
			return Mono.delay(Duration.ofMillis(1)).then(Mono.error(Canary.failure()));
		}

		@GetMapping("/late")
		Mono<String> late() {
			return Mono.<String>never().timeout(Duration.ofMillis(10));
		}

	}

}
