package dev.mainstay.core.request.autoconfigure;

import java.util.EnumSet;

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

	/** Without a source there is nothing to note, and no filter. */
	static FilterRegistrationBean<RequestTraceFilter> trace(@Nullable TraceIdSource source, Environment environment) {
		FilterRegistrationBean<RequestTraceFilter> registration = new FilterRegistrationBean<>(
				new RequestTraceFilter((source != null) ? source : (observation) -> null));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
		registration.setEnabled(source != null && Switch.isOn(environment));
		return registration;
	}

}
