package dev.mainstay.core.failure.autoconfigure;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.failure.servlet.FailureReportingFilter;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The failure reporter on a separate management port, whose server the filters of the
 * application do not reach.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBean(FailureReporter.class)
final class FailureManagementPortConfiguration {

	@Bean
	FilterRegistrationBean<FailureReportingFilter> mainstayManagementFailureFilter(FailureReporter reporter,
			Environment environment) {
		return FailureFilters.reporting(reporter, environment);
	}

}
