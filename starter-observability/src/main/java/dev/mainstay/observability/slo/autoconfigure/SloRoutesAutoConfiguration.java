package dev.mainstay.observability.slo.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.routes.KnownRoutes;
import dev.mainstay.observability.slo.routes.RouteCheck;
import dev.mainstay.observability.slo.routes.reactive.ReactiveRoutes;
import dev.mainstay.observability.slo.routes.servlet.ServletRoutes;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the check that objectives name routes that there are.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SloAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(Objectives.class)
public final class SloRoutesAutoConfiguration {

	@Bean
	@Lazy(false)
	RouteCheck mainstaySloRoutes(Objectives objectives, ObjectProvider<KnownRoutes> routes, Environment environment) {
		return new RouteCheck(objectives, routes::getIfAvailable,
				Switch.isOn(environment, SloAutoConfiguration.ENABLED));
	}

	/**
	 * The routes of Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(DispatcherServlet.class)
	static class ServletConfiguration {

		@Bean
		ServletRoutes mainstayKnownRoutes(ObjectProvider<org.springframework.web.servlet.HandlerMapping> mappings,
				ListableBeanFactory beans) {
			return new ServletRoutes(() -> mappings.stream().toList(),
					beans.getBeanNamesForType(org.springframework.web.servlet.function.RouterFunction.class, true,
							false).length == 0);
		}

	}

	/**
	 * The routes of Spring WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(DispatcherHandler.class)
	static class ReactiveConfiguration {

		@Bean
		ReactiveRoutes mainstayKnownReactiveRoutes(
				ObjectProvider<org.springframework.web.reactive.HandlerMapping> mappings, ListableBeanFactory beans) {
			return new ReactiveRoutes(() -> mappings.stream().toList(),
					beans.getBeanNamesForType(org.springframework.web.reactive.function.server.RouterFunction.class,
							true, false).length == 0);
		}

	}

}
