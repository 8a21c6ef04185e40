package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.reactive.IdempotencyWebFilter;
import dev.mainstay.resilience.idempotency.reactive.KeyedHttpHandlers;
import dev.mainstay.resilience.idempotency.reactive.ReactiveKeyReadingHandlers;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.WebFilter;

/**
 * Auto-configuration of idempotency keys for WebFlux.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = IdempotencyAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.idempotency.enabled" }, matchIfMissing = true)
public final class ReactiveIdempotencyAutoConfiguration {

	@Bean
	ReactiveKeyReadingHandlers mainstayKeyReadingHandlers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new ReactiveKeyReadingHandlers(() -> mappings.stream().toList());
	}

	@Bean
	OwnIdempotency mainstayOwnIdempotency(ListableBeanFactory beans) {
		return new OwnIdempotency(IdempotencyWebFilter.class, () -> OwnIdempotency.typesOf(beans, WebFilter.class));
	}

	@Bean
	IdempotencyStatus mainstayIdempotencyStatus(OwnIdempotency own, ReactiveKeyReadingHandlers handlers) {
		return new IdempotencyStatus(own, handlers::names);
	}

	@Bean
	KeyedHttpHandlers mainstayKeyedHttpHandlers(Idempotency idempotency, Environment environment) {
		return new KeyedHttpHandlers(idempotency, IdempotencySwitch.isOn(environment));
	}

	@Bean
	IdempotencyWebFilter mainstayIdempotencyWebFilter(Idempotency idempotency,
			ObjectProvider<ReactiveProblemWriter> problems, ServerCodecConfigurer codecs, OwnIdempotency own,
			ReactiveKeyReadingHandlers handlers, Environment environment) {
		boolean off = !IdempotencySwitch.isOn(environment);
		return new IdempotencyWebFilter(idempotency, problems.getIfAvailable(PlainProblems::reactive), codecs,
				(exchange) -> off || own.isPresent() || handlers.match(exchange));
	}

}
