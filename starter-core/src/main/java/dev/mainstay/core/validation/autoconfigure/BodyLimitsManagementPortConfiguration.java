package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.validation.limits.BodyLimits;
import dev.mainstay.core.validation.limits.servlet.BodyLimitFilter;
import org.apache.catalina.Valve;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The limits on bodies on a separate management port of the servlet stack, whose server
 * the filters of the application do not reach. On the reactive stack they do.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean({ BodyLimits.class, ServletProblemWriter.class })
final class BodyLimitsManagementPortConfiguration {

	@Bean
	FilterRegistrationBean<BodyLimitFilter> mainstayManagementBodyLimitFilter(BodyLimits limits,
			ServletProblemWriter writer) {
		return BodyLimitsAutoConfiguration.ServletConfiguration.filter(limits, writer, 0);
	}

	/**
	 * What Tomcat has to leave to the filter.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ConfigurableTomcatWebServerFactory.class, Valve.class })
	static class TomcatConfiguration {

		@Bean
		TomcatBodyLimitCustomizer mainstayManagementTomcatBodyLimitCustomizer(BodyLimits limits) {
			return new TomcatBodyLimitCustomizer(limits);
		}

	}

}
