package dev.mainstay.security.browser.autoconfigure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.reactive.ReactiveProblemWriter;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.core.request.autoconfigure.RequestAutoConfiguration;
import dev.mainstay.core.request.servlet.SecurityFilterOrder;
import dev.mainstay.security.browser.CrossSiteProtection;
import dev.mainstay.security.browser.reactive.CrossSiteWebFilter;
import dev.mainstay.security.browser.reactive.ReactiveTargets;
import dev.mainstay.security.browser.servlet.CrossSiteFilter;
import dev.mainstay.security.browser.servlet.PlacedCorsFilter;
import dev.mainstay.security.browser.servlet.ServletTargets;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the filters that refuse what other sites would change.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		after = { BrowserAutoConfiguration.class, RequestAutoConfiguration.class, ProblemAutoConfiguration.class },
		afterName = "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, BrowserAutoConfiguration.ENABLED }, matchIfMissing = true)
@ConditionalOnBean(CrossSiteProtection.class)
public final class CrossSiteAutoConfiguration {

	/**
	 * The filter on the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(DispatcherServlet.class)
	static class ServletConfiguration {

		/** Behind Spring Security (-100), before limits by principal (-80). */
		private static final int ORDER = -90;

		@Bean
		FilterRegistrationBean<CrossSiteFilter> mainstayCrossSiteFilter(CrossSiteProtection protection,
				ListableBeanFactory beans, ObjectProvider<TrustedProxies> proxies,
				ObjectProvider<ServletProblemWriter> problems, Environment environment) {
			ServletTargets targets = new ServletTargets(SingletonSupplier
				.of(() -> beans.getBeanProvider(org.springframework.web.servlet.HandlerMapping.class)
					.orderedStream()
					.toList()), SingletonSupplier.of(() -> corsFilters(beans)));
			FilterRegistrationBean<CrossSiteFilter> registration = new FilterRegistrationBean<>(new CrossSiteFilter(
					protection, targets, proxies.getIfAvailable(TrustedProxies::none), problems.getIfAvailable()));
			registration.setOrder(SecurityFilterOrder
				.behind(beans.getBeanProvider(DelegatingFilterProxyRegistrationBean.class), ORDER, 2));
			registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
			registration
				.setEnabled(protection.isActive() && Switch.isOn(environment, BrowserAutoConfiguration.ENABLED));
			return registration;
		}

		private static List<PlacedCorsFilter> corsFilters(ListableBeanFactory beans) {
			List<PlacedCorsFilter> filters = new ArrayList<>();
			beans.getBeanProvider(CorsFilter.class)
				.forEach((filter) -> filters.add(new PlacedCorsFilter(filter, List.of())));
			for (FilterRegistrationBean<?> registration : beans.getBeanProvider(FilterRegistrationBean.class)) {
				if (registration.getFilter() instanceof CorsFilter filter) {
					filters.add(new PlacedCorsFilter(filter, registration.getUrlPatterns()));
				}
			}
			return filters;
		}

	}

	/**
	 * The filter on the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(DispatcherHandler.class)
	static class ReactiveConfiguration {

		@Bean
		CrossSiteWebFilter mainstayCrossSiteWebFilter(CrossSiteProtection protection, ListableBeanFactory beans,
				ObjectProvider<TrustedProxies> proxies, ObjectProvider<ReactiveProblemWriter> problems) {
			ReactiveTargets targets = new ReactiveTargets(
					SingletonSupplier
						.of(() -> beans.getBeanProvider(org.springframework.web.reactive.HandlerMapping.class)
							.orderedStream()
							.toList()),
					SingletonSupplier.of(() -> beans.getBeanProvider(CorsWebFilter.class).orderedStream().toList()));
			return new CrossSiteWebFilter(protection, targets, proxies.getIfAvailable(TrustedProxies::none),
					problems.getIfAvailable());
		}

	}

}
