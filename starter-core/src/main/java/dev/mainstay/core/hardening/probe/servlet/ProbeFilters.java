package dev.mainstay.core.hardening.probe.servlet;

import java.util.List;
import java.util.Set;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;

import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializerBeans;
import org.springframework.web.context.WebApplicationContext;

/**
 * The filters that Spring Boot registers with the container, without those that only
 * count, write down or store.
 *
 * @param filters the filters, in the order in which they are called
 */
record ProbeFilters(List<ProbeFilter> filters) {

	private static final Set<String> LEFT_OUT = Set.of("org.springframework.web.filter.ServerHttpObservationFilter",
			"org.springframework.web.filter.AbstractRequestLoggingFilter",
			"org.springframework.boot.servlet.actuate.web.exchanges.HttpExchangesFilter",
			"org.springframework.session.web.http.SessionRepositoryFilter");

	static ProbeFilters of(WebApplicationContext application, ServletContext context) {
		ProbeFilters filters = new ProbeFilters(new ServletContextInitializerBeans(application).stream()
			.filter(AbstractFilterRegistrationBean.class::isInstance)
			.map((registration) -> (AbstractFilterRegistrationBean<?>) registration)
			.filter(AbstractFilterRegistrationBean::isEnabled)
			.map(ProbeFilter::of)
			.filter((filter) -> !isLeftOut(filter.filter()))
			.toList());
		if (context.getClass().getName().startsWith("org.springframework.mock.")) {
			filters.initialize(context);
		}
		return filters;
	}

	private static boolean isLeftOut(Filter filter) {
		for (Class<?> type = filter.getClass(); type != null; type = type.getSuperclass()) {
			if (LEFT_OUT.contains(type.getName())) {
				return true;
			}
		}
		return false;
	}

	/** In a test without a server nobody does, or MockMvc does it each time. */
	private void initialize(ServletContext context) {
		for (ProbeFilter filter : this.filters) {
			try {
				filter.filter().init(filter.configuration(context));
			}
			catch (ServletException ex) {
				throw new IllegalStateException("The filter " + filter.name() + " cannot be initialised", ex);
			}
		}
	}

	FilterChain chain(ProbeRequest request, Servlet servlet) {
		List<ProbeFilter> wanted = this.filters.stream().filter((filter) -> filter.isFor(request)).toList();
		return new ProbeChain(wanted.iterator(), servlet);
	}

}
