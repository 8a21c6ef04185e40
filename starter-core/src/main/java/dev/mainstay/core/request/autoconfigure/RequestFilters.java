package dev.mainstay.core.request.autoconfigure;

import java.util.EnumSet;

import dev.mainstay.core.failure.FailureReporter;
import dev.mainstay.core.failure.servlet.FailureReportingFilter;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.core.request.servlet.RequestIdentityFilter;
import dev.mainstay.core.request.servlet.RequestTraceFilter;
import jakarta.servlet.DispatcherType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * The filters of the lifecycle in their places, for the server of the application and for
 * that of a separate management port.
 */
final class RequestFilters {

	private RequestFilters() {
	}

	static FilterRegistrationBean<RequestIdentityFilter> identity(RequestLifecycle lifecycle, AnswerHeads heads,
			Environment environment) {
		FilterRegistrationBean<RequestIdentityFilter> registration = new FilterRegistrationBean<>(
				new RequestIdentityFilter(lifecycle, heads));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
		registration.setEnabled(Switch.isOn(environment));
		return registration;
	}

	/**
	 * What leaves the filters inside of it is reported, so that this one is, too: a
	 * failure has the ids of its trace when it comes to the report.
	 */
	static FilterRegistrationBean<FailureReportingFilter> failures(FailureReporter reporter, Environment environment) {
		FilterRegistrationBean<FailureReportingFilter> registration = new FilterRegistrationBean<>(
				new FailureReportingFilter(reporter));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
		registration.setEnabled(Switch.isOn(environment, "mainstay.problem.failure-reporter.enabled"));
		return registration;
	}

	/** Without a source there is nothing to note, and no filter. */
	static FilterRegistrationBean<RequestTraceFilter> trace(@Nullable TraceIdSource source, Environment environment) {
		FilterRegistrationBean<RequestTraceFilter> registration = new FilterRegistrationBean<>(
				new RequestTraceFilter((source != null) ? source : (observation) -> null));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
		registration.setEnabled(source != null && Switch.isOn(environment));
		return registration;
	}

}
