package dev.mainstay.core.validation.autoconfigure;

import java.util.EnumSet;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.validation.ValidationRules;
import dev.mainstay.core.validation.limits.BodyLimits;
import dev.mainstay.core.validation.limits.reactive.BodyLimitWebFilter;
import dev.mainstay.core.validation.limits.servlet.BodyLimitFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import org.apache.catalina.Valve;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of the limits on bodies.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { ValidationRulesAutoConfiguration.class, ProblemAutoConfiguration.class })
@ConditionalOnWebApplication
@ConditionalOnBean(ValidationRules.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", BodyLimitsAutoConfiguration.SWITCH }, matchIfMissing = true)
@EnableConfigurationProperties({ BodyLimitsProperties.class, BodyRuleProperties.class })
public final class BodyLimitsAutoConfiguration {

	static final String SWITCH = "mainstay.validation.enabled";

	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

	@Bean
	@ConditionalOnMissingBean
	BodyLimits mainstayBodyLimits(BodyLimitsProperties properties, BodyRuleProperties rungs, ValidationRules rules,
			Environment environment) {
		boolean active = Switch.isOn(environment, SWITCH);
		return new BodyLimits(active ? properties.sizes() : BodyLimitsProperties.none(),
				rules.rule(BodyLimits.LARGE_BODY, rungs.largeBody()),
				rules.rule(BodyLimits.COMPRESSED_BODY, rungs.compressedBody()));
	}

	@Bean
	FeatureStatus mainstayBodyLimitsStatus() {
		return FeatureStatus.on("body-limits");
	}

	/**
	 * The limits on the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(DispatcherServlet.class)
	@ConditionalOnBean(ServletProblemWriter.class)
	static class ServletConfiguration {

		@Bean
		FilterRegistrationBean<BodyLimitFilter> mainstayBodyLimitFilter(BodyLimits limits, ServletProblemWriter writer,
				ListableBeanFactory beans) {
			return filter(limits, writer, parsed(beans));
		}

		/**
		 * A resolver of the application's own may read the body, within limits of its
		 * own.
		 */
		private static long parsed(ListableBeanFactory beans) {
			for (String name : beans.getBeanNamesForType(MultipartResolver.class, true, false)) {
				Class<?> type = beans.getType(name, false);
				if (type != StandardServletMultipartResolver.class) {
					return BodyLimits.NONE;
				}
			}
			long largest = 0;
			for (MultipartConfigElement config : beans.getBeanProvider(MultipartConfigElement.class)) {
				if (config.getMaxRequestSize() < 0) {
					return BodyLimits.NONE;
				}
				largest = Math.max(largest, config.getMaxRequestSize());
			}
			return largest;
		}

		/** For one server. */
		static FilterRegistrationBean<BodyLimitFilter> filter(BodyLimits limits, ServletProblemWriter writer,
				long parsed) {
			FilterRegistrationBean<BodyLimitFilter> registration = new FilterRegistrationBean<>(
					new BodyLimitFilter(limits, writer, parsed));
			registration.setOrder(ORDER);
			registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
			registration.setEnabled(limits.isActive());
			return registration;
		}

	}

	/**
	 * What Tomcat has to leave to the filter.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass({ ConfigurableTomcatWebServerFactory.class, Valve.class })
	@ConditionalOnBean(ServletProblemWriter.class)
	static class TomcatConfiguration {

		@Bean
		TomcatBodyLimitCustomizer mainstayTomcatBodyLimitCustomizer(BodyLimits limits) {
			return new TomcatBodyLimitCustomizer(limits);
		}

	}

	/**
	 * The limits on the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(WebFilter.class)
	static class ReactiveConfiguration {

		@Bean
		BodyLimitWebFilter mainstayBodyLimitWebFilter(BodyLimits limits) {
			return new BodyLimitWebFilter(limits);
		}

	}

}
