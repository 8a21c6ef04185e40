package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.EnumSet;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.request.servlet.SecurityFilterOrder;
import dev.mainstay.resilience.idempotency.CallerHeaders;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import dev.mainstay.resilience.idempotency.PolicyPage;
import dev.mainstay.resilience.idempotency.RouteRules;
import dev.mainstay.resilience.idempotency.servlet.CallerResolver;
import dev.mainstay.resilience.idempotency.servlet.DeclaredHandlers;
import dev.mainstay.resilience.idempotency.servlet.IdempotencyFilter;
import dev.mainstay.resilience.idempotency.servlet.KeyOwners;
import dev.mainstay.resilience.idempotency.servlet.KeyReadingHandlers;
import dev.mainstay.resilience.idempotency.servlet.PolicyPageMapping;
import dev.mainstay.resilience.idempotency.servlet.ServletCallers;
import dev.mainstay.resilience.idempotency.servlet.ServletRoutes;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardContext;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Auto-configuration of idempotency keys for Spring MVC.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = IdempotencyAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.idempotency.enabled" }, matchIfMissing = true)
@ConditionalOnBean(Idempotency.class)
public final class ServletIdempotencyAutoConfiguration {

	/**
	 * Behind Spring Security (-100) and a limit by principal (-80): a refused request
	 * never claims a key, and the user is part of it.
	 */
	static final int FILTER_ORDER = -70;

	@Bean
	KeyReadingHandlers mainstayKeyReadingHandlers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new KeyReadingHandlers(() -> mappings.stream().toList());
	}

	@Bean
	OwnIdempotency mainstayOwnIdempotency(ListableBeanFactory beans,
			ObjectProvider<FilterRegistrationBean<?>> registrations) {
		return new OwnIdempotency(IdempotencyFilter.class,
				() -> Stream
					.of(registrations.stream()
						.map(FilterRegistrationBean::getFilter)
						.filter(Objects::nonNull)
						.<Class<?>>map(Object::getClass), OwnIdempotency.typesOf(beans, Filter.class),
							OwnIdempotency.typesOf(beans, HandlerInterceptor.class))
					.flatMap(Function.identity()));
	}

	@Bean
	IdempotencyStatus mainstayIdempotencyStatus(OwnIdempotency own, KeyReadingHandlers handlers, OwnRoutes routes,
			IdempotencyStore store, IdempotencyProperties properties) {
		return new IdempotencyStatus(own, handlers::names, routes, store, properties.mode());
	}

	@Bean
	DeclaredHandlers mainstayIdempotencyDeclaredHandlers(ObjectProvider<RequestMappingHandlerMapping> mappings) {
		return new DeclaredHandlers(() -> mappings.orderedStream().toList());
	}

	@Bean
	ServletRoutes mainstayIdempotencyRoutes(RouteRules rules, DeclaredHandlers declared, KeyReadingHandlers readers,
			ObjectProvider<ManagementPaths> management) {
		Predicate<PathContainer> paths = ManagementPaths.in(management);
		return new ServletRoutes(rules, declared, readers::match,
				(request) -> paths.test(ServletRequestPathUtils.parse(request).pathWithinApplication()));
	}

	@Bean
	KeyOwners mainstayKeyOwners(OwnIdempotency own, OwnRoutes ownRoutes, ServletRoutes routes, CallerHeaders headers,
			ObjectProvider<CallerResolver> resolver) {
		return new KeyOwners((request) -> own.isPresent(), ownRoutes, routes,
				new ServletCallers(headers, resolver.getIfAvailable()));
	}

	@Bean
	@ConditionalOnBooleanProperty(name = "mainstay.idempotency.policy-page.enabled", matchIfMissing = true)
	PolicyPageMapping mainstayIdempotencyPolicyPage(Idempotency idempotency, IdempotencyPolicyProperties policy,
			RouteRules rules, DeclaredHandlers declared, OwnIdempotency own, Environment environment) {
		PolicyPage page = new PolicyPage(idempotency, rules, declared::routes);
		boolean on = IdempotencySwitch.isOn(environment);
		return new PolicyPageMapping(policy.policyPage().path(), page, () -> on && !own.isPresent());
	}

	@Bean
	RequestEndsRegistration mainstayIdempotencyRequestEnds(Environment environment) {
		RequestEndsRegistration registration = new RequestEndsRegistration();
		registration.setEnabled(IdempotencySwitch.isOn(environment));
		return registration;
	}

	@Bean
	FilterRegistrationBean<IdempotencyFilter> mainstayIdempotencyFilter(Idempotency idempotency,
			ObjectProvider<ServletProblemWriter> problems, RequestEndsRegistration ends, KeyOwners owners,
			ObjectProvider<DelegatingFilterProxyRegistrationBean> security, Environment environment) {
		IdempotencyFilter filter = new IdempotencyFilter(idempotency, problems.getIfAvailable(PlainProblems::servlet),
				ends.ends(), owners);
		FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(SecurityFilterOrder.behind(security, FILTER_ORDER, 3));
		registration.setDispatcherTypes(EnumSet.complementOf(EnumSet.of(DispatcherType.INCLUDE)));
		registration.setEnabled(IdempotencySwitch.isOn(environment));
		return registration;
	}

	/**
	 * What spares requests the listener, where the server is Tomcat.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConfigurableTomcatWebServerFactory.class, StandardContext.class })
	static class TomcatConfiguration {

		@Bean
		TomcatRequestEnds mainstayIdempotencyTomcatRequestEnds(RequestEndsRegistration registration) {
			return new TomcatRequestEnds(registration);
		}

	}

}
