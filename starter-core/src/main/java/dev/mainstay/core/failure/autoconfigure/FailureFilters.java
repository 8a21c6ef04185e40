package dev.mainstay.core.failure.autoconfigure;

import java.util.EnumSet;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.failure.servlet.FailureReportingFilter;
import dev.mainstay.core.mode.Switch;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * The reporting filter in its place, for the server of the application and for that of a
 * separate management port.
 */
final class FailureFilters {

	/** Inside the observation, outside everything that the application has. */
	private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

	private FailureFilters() {
	}

	static FilterRegistrationBean<FailureReportingFilter> reporting(FailureReporter reporter, Environment environment) {
		FilterRegistrationBean<FailureReportingFilter> registration = new FilterRegistrationBean<>(
				new FailureReportingFilter(reporter));
		registration.setOrder(ORDER);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
		registration.setEnabled(Switch.isOn(environment, FailureAutoConfiguration.SWITCH));
		return registration;
	}

}
