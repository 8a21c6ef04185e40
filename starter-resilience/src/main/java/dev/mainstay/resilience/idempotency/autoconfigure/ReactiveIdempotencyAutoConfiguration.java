package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.function.Predicate;

import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.resilience.idempotency.CallerHeaders;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import dev.mainstay.resilience.idempotency.PolicyPage;
import dev.mainstay.resilience.idempotency.RouteRules;
import dev.mainstay.resilience.idempotency.reactive.IdempotencyWebFilter;
import dev.mainstay.resilience.idempotency.reactive.KeyedHttpHandlers;
import dev.mainstay.resilience.idempotency.reactive.ReactiveCallerResolver;
import dev.mainstay.resilience.idempotency.reactive.ReactiveCallers;
import dev.mainstay.resilience.idempotency.reactive.ReactiveDeclaredHandlers;
import dev.mainstay.resilience.idempotency.reactive.ReactiveKeyOwners;
import dev.mainstay.resilience.idempotency.reactive.ReactiveKeyReadingHandlers;
import dev.mainstay.resilience.idempotency.reactive.ReactivePolicyPageMapping;
import dev.mainstay.resilience.idempotency.reactive.ReactiveRoutes;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
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
@ConditionalOnBean(Idempotency.class)
public final class ReactiveIdempotencyAutoConfiguration {

	private static final String SESSION_COOKIE = "server.reactive.session.cookie.name";

	@Bean
	ReactiveKeyReadingHandlers mainstayKeyReadingHandlers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new ReactiveKeyReadingHandlers(() -> mappings.stream().toList());
	}

	@Bean
	OwnIdempotency mainstayOwnIdempotency(ListableBeanFactory beans) {
		return new OwnIdempotency(IdempotencyWebFilter.class, () -> OwnIdempotency.typesOf(beans, WebFilter.class));
	}

	@Bean
	IdempotencyStatus mainstayIdempotencyStatus(OwnIdempotency own, ReactiveKeyReadingHandlers handlers,
			OwnRoutes routes, IdempotencyStore store, IdempotencyProperties properties) {
		return new IdempotencyStatus(own, handlers::names, routes, store, properties.mode());
	}

	@Bean
	ReactiveCallers mainstayReactiveCallers(CallerHeaders headers, ObjectProvider<ReactiveCallerResolver> resolver,
			Environment environment) {
		return new ReactiveCallers(headers, environment.getProperty(SESSION_COOKIE, "SESSION"),
				resolver.getIfAvailable(() -> (exchange) -> Mono.empty()));
	}

	@Bean
	ReactiveDeclaredHandlers mainstayReactiveIdempotencyDeclaredHandlers(
			ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new ReactiveDeclaredHandlers(() -> mappings.orderedStream().toList());
	}

	@Bean
	ReactiveRoutes mainstayReactiveIdempotencyRoutes(RouteRules rules, ReactiveDeclaredHandlers declared,
			ReactiveKeyReadingHandlers readers, ObjectProvider<ManagementPaths> management,
			ApplicationContext application) {
		Predicate<PathContainer> paths = ManagementPaths.in(management);
		return new ReactiveRoutes(rules, declared, readers::match,
				(exchange) -> isOnManagementPort(exchange, application)
						|| paths.test(exchange.getRequest().getPath().pathWithinApplication()));
	}

	/** The server of that port is one of a child, and has the filters of its parent. */
	private static boolean isOnManagementPort(ServerWebExchange exchange, ApplicationContext application) {
		ApplicationContext server = exchange.getApplicationContext();
		return server != null && server.getParent() == application;
	}

	@Bean
	ReactiveKeyOwners mainstayReactiveKeyOwners(OwnIdempotency own, OwnRoutes ownRoutes, ReactiveRoutes routes,
			ReactiveCallers callers, Environment environment) {
		boolean off = !IdempotencySwitch.isOn(environment);
		return new ReactiveKeyOwners((exchange) -> off || own.isPresent(), ownRoutes, routes, callers);
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "mainstay.idempotency.policy-page.enabled", matchIfMissing = true)
	ReactivePolicyPageMapping mainstayReactiveIdempotencyPolicyPage(Idempotency idempotency,
			IdempotencyPolicyProperties policy, RouteRules rules, ReactiveDeclaredHandlers declared, OwnIdempotency own,
			Environment environment) {
		PolicyPage page = new PolicyPage(idempotency, rules, declared::routes);
		boolean on = IdempotencySwitch.isOn(environment);
		return new ReactivePolicyPageMapping(policy.policyPage().path(), page, () -> on && !own.isPresent());
	}

	@Bean
	KeyedHttpHandlers mainstayKeyedHttpHandlers(Idempotency idempotency, IdempotencyProperties properties,
			Environment environment) {
		return new KeyedHttpHandlers(idempotency, properties.storeTimeout(), IdempotencySwitch.isOn(environment));
	}

	@Bean
	IdempotencyWebFilter mainstayIdempotencyWebFilter(Idempotency idempotency,
			ObjectProvider<ReactiveProblemWriter> problems, ServerCodecConfigurer codecs, ReactiveKeyOwners owners) {
		return new IdempotencyWebFilter(idempotency, problems.getIfAvailable(PlainProblems::reactive), codecs, owners);
	}

}
