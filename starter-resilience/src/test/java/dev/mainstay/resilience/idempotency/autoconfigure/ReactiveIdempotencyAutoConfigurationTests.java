package dev.mainstay.resilience.idempotency.autoconfigure;

import java.time.Duration;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.reactive.IdempotencyWebFilter;
import dev.mainstay.resilience.idempotency.reactive.KeyedHttpHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveIdempotencyAutoConfigurationTests {

	private final ReactiveWebApplicationContextRunner contextRunner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CodecsAutoConfiguration.class, WebFluxAutoConfiguration.class,
				IdempotencyAutoConfiguration.class, ReactiveIdempotencyAutoConfiguration.class));

	@Test
	void filterComesBehindSecurity() {
		this.contextRunner.run((context) -> {
			assertThat(context.getBean(IdempotencyWebFilter.class).getOrder()).isEqualTo(-70);
			assertThat(context.getBean(IdempotencyStatus.class).state()).isEqualTo(FeatureState.ON);
			assertThat(context.getBean(IdempotencyStatus.class).reason()).isEqualTo("keys in memory");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.idempotency.enabled" })
	void isSwitchedOff(String property) {
		this.contextRunner.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Idempotency.class)
				.doesNotHaveBean(IdempotencyWebFilter.class)
				.doesNotHaveBean(KeyedHttpHandlers.class)
				.doesNotHaveBean(IdempotencyStatus.class));
	}

	@Test
	void handlersAreLeftAsTheyAreWhenTheSwitchIsOffAtRunTime() {
		HttpHandler handler = (request, response) -> Mono.empty();
		this.contextRunner.run((context) -> {
			Idempotency idempotency = context.getBean(Idempotency.class);
			assertThat(new KeyedHttpHandlers(idempotency, Duration.ofSeconds(1), false).apply(handler))
				.isSameAs(handler);
			assertThat(new KeyedHttpHandlers(idempotency, Duration.ofSeconds(1), true).apply(handler))
				.isNotSameAs(handler);
		});
	}

	@Test
	void backsOffWithoutWebFlux() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(DispatcherHandler.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mainstayIdempotencyWebFilter"));
	}

	@Test
	void backsOffForAFilterOfTheApplicationThatHandlesKeys() {
		this.contextRunner.withUserConfiguration(OwnFilter.class).run((context) -> {
			IdempotencyStatus status = context.getBean(IdempotencyStatus.class);
			assertThat(status.state()).isEqualTo(FeatureState.BACKED_OFF);
			assertThat(status.reason()).contains(CompanyIdempotencyFilter.class.getName());
		});
	}

	@Test
	void namesTheHandlersThatReadTheKeyThemselves() {
		this.contextRunner.withUserConfiguration(OwnHandler.class)
			.run((context) -> assertThat(context.getBean(IdempotencyStatus.class).reason()).contains("OwnHandler#pay"));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFilter {

		@Bean
		CompanyIdempotencyFilter ownFilter() {
			return new CompanyIdempotencyFilter();
		}

	}

	static final class CompanyIdempotencyFilter implements WebFilter {

		@Override
		public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
			return chain.filter(exchange);
		}

	}

	@RestController
	static class OwnHandler {

		@PostMapping("/pay")
		String pay(@RequestHeader("idempotency-key") String key) {
			return key;
		}

	}

}
