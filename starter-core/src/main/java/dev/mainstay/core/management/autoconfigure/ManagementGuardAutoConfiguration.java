package dev.mainstay.core.management.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.management.GuardedEndpoints;
import dev.mainstay.core.management.ManagementAccessListener;
import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementGuard;
import dev.mainstay.core.management.reactive.ManagementGuardHandlerAdapter;
import dev.mainstay.core.management.servlet.ManagementGuardInterceptor;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webflux.actuate.endpoint.web.WebFluxEndpointHandlerMapping;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * Auto-configuration of the guard of the management endpoints that are exposed only
 * because of Mainstay.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass({ WebEndpointsSupplier.class, WebEndpointProperties.class })
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, GuardedEndpoints.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(ManagementGuardProperties.class)
public final class ManagementGuardAutoConfiguration {

	static final String LOOPBACK = "mainstay.security.management.loopback";

	@Bean
	@ConditionalOnMissingBean
	GuardedEndpoints mainstayGuardedEndpoints(ConfigurableEnvironment environment) {
		return new GuardedEndpoints(MainstayDefaults.provides(environment, GuardedEndpoints.EXPOSURE),
				new WritableEndpoints(environment));
	}

	@Bean
	@ConditionalOnMissingBean
	ManagementGuard mainstayManagementGuard(GuardedEndpoints endpoints, ObjectProvider<ManagementAccessPolicy> policies,
			ObjectProvider<ManagementAccessListener> listeners) {
		return new ManagementGuard(endpoints, ordered(policies), ordered(listeners));
	}

	private static <T> Supplier<List<T>> ordered(ObjectProvider<T> beans) {
		SingletonSupplier<List<T>> ordered = SingletonSupplier.of(() -> beans.orderedStream().toList());
		return ordered::obtain;
	}

	@Bean
	ManagementGuardStatus mainstayManagementGuardStatus(GuardedEndpoints endpoints, ConfigurableEnvironment environment,
			ObjectProvider<WebEndpointsSupplier> exposed) {
		return new ManagementGuardStatus(endpoints, OfferedEndpoints.in(environment), exposedIds(exposed));
	}

	private static Supplier<Set<String>> exposedIds(ObjectProvider<WebEndpointsSupplier> suppliers) {
		return () -> suppliers.stream()
			.flatMap((supplier) -> supplier.getEndpoints().stream())
			.map((endpoint) -> endpoint.getEndpointId().toLowerCaseString())
			.collect(Collectors.toSet());
	}

	private static String basePath(ObjectProvider<WebEndpointProperties> properties) {
		return properties.getIfAvailable(WebEndpointProperties::new).getBasePath();
	}

	/**
	 * The policy that needs nothing else.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = ManagementGuardAutoConfiguration.LOOPBACK, matchIfMissing = true)
	static class LoopbackConfiguration {

		@Bean
		@Order(0)
		@ConditionalOnMissingBean(name = "mainstayLoopbackPolicy")
		ManagementAccessPolicy mainstayLoopbackPolicy(Environment environment) {
			return Switch.isOn(environment, LOOPBACK) ? ManagementAccessPolicy.loopback() : (call) -> false;
		}

	}

	/**
	 * The guard in front of the handlers of Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass({ DispatcherServlet.class, WebMvcEndpointHandlerMapping.class })
	@ConditionalOnBean(ServletProblemWriter.class)
	static class ServletConfiguration {

		@Bean
		ServletGuardBinding mainstayManagementGuardBinding(ListableBeanFactory beans, Environment environment) {
			return new ServletGuardBinding(beans, environment, ServletGuardBinding.JERSEY);
		}

		@Bean
		MappedInterceptor mainstayManagementGuardInterceptor(ManagementGuard guard,
				ObjectProvider<WebEndpointProperties> properties, ServletProblemWriter writer) {
			return new MappedInterceptor((String[]) null,
					new ManagementGuardInterceptor(guard, basePath(properties), writer));
		}

	}

	/**
	 * The guard in front of the handlers of Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass({ DispatcherHandler.class, WebFluxEndpointHandlerMapping.class })
	@ConditionalOnBean(ReactiveProblemWriter.class)
	static class ReactiveConfiguration {

		/** Nothing else serves endpoints there. */
		@Bean
		GuardBinding mainstayManagementGuardBinding() {
			return () -> true;
		}

		@Bean
		ManagementGuardHandlerAdapter mainstayManagementGuardHandlerAdapter(ManagementGuard guard,
				ObjectProvider<WebEndpointProperties> properties, ReactiveProblemWriter writer,
				ApplicationContext context) {
			return new ManagementGuardHandlerAdapter(guard, basePath(properties), writer, context);
		}

	}

}
