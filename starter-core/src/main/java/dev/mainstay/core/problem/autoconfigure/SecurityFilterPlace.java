package dev.mainstay.core.problem.autoconfigure;

import java.util.EnumSet;

import dev.mainstay.core.request.servlet.SecurityFilterOrder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * The places right before and behind Spring Security's filter.
 */
record SecurityFilterPlace(int order) {

	/** Spring Boot's default. */
	private static final int DEFAULT_ORDER = -100;

	static SecurityFilterPlace of(ObjectProvider<DelegatingFilterProxyRegistrationBean> registrations) {
		return new SecurityFilterPlace(SecurityFilterOrder.of(registrations).orElse(DEFAULT_ORDER));
	}

	<F extends Filter> FilterRegistrationBean<F> outside(F filter, Environment environment) {
		return at(Math.max(this.order, Ordered.HIGHEST_PRECEDENCE + 1) - 1, filter, environment);
	}

	<F extends Filter> FilterRegistrationBean<F> inside(F filter, Environment environment) {
		return at(Math.min(this.order, Ordered.LOWEST_PRECEDENCE - 1) + 1, filter, environment);
	}

	private static <F extends Filter> FilterRegistrationBean<F> at(int order, F filter, Environment environment) {
		FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
		registration.setEnabled(ProblemStatus.active(environment));
		return registration;
	}

}
