package dev.mainstay.core.hardening.probe.servlet;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;

import org.springframework.boot.web.servlet.AbstractFilterRegistrationBean;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A filter, and the requests that a container would call it for.
 *
 * @param name its name
 * @param filter the filter
 * @param patterns the paths it is for
 * @param dispatches the kinds of dispatches it is for
 * @param parameters its parameters
 */
record ProbeFilter(String name, Filter filter, Set<String> patterns, Set<DispatcherType> dispatches,
		Map<String, String> parameters) {

	private static final String SECURITY = "springSecurityFilterChain";

	private static final String SERVLET = "dispatcherServlet";

	private static final Set<String> ALL = Set.of("/*");

	static ProbeFilter of(AbstractFilterRegistrationBean<?> registration) {
		return new ProbeFilter(registration.getFilterName(), Objects.requireNonNull(registration.getFilter()),
				patterns(registration), Set.copyOf(registration.determineDispatcherTypes()),
				Map.copyOf(registration.getInitParameters()));
	}

	/** One for some servlets is not for all paths. */
	private static Set<String> patterns(AbstractFilterRegistrationBean<?> registration) {
		boolean forServlets = !registration.getServletNames().isEmpty()
				|| !registration.getServletRegistrationBeans().isEmpty();
		boolean ours = registration.getServletNames().contains(SERVLET) || registration.getServletRegistrationBeans()
			.stream()
			.anyMatch((servlet) -> servlet.getServlet() instanceof DispatcherServlet);
		return (ours || (!forServlets && registration.getUrlPatterns().isEmpty())) ? ALL
				: Set.copyOf(registration.getUrlPatterns());
	}

	boolean isFor(ProbeRequest request) {
		String path = request.path();
		boolean leftOut = this.name.equals(SECURITY) && request.isPastSecurity();
		return this.dispatches.contains(request.getDispatcherType()) && !leftOut
				&& this.patterns.stream().anyMatch((pattern) -> matches(pattern, path));
	}

	/** As of the Servlet specification, 12.2. */
	private static boolean matches(String pattern, String path) {
		if (pattern.endsWith("/*")) {
			String prefix = pattern.substring(0, pattern.length() - 2);
			return path.equals(prefix) || path.startsWith(prefix + "/");
		}
		return pattern.startsWith("*.") ? path.endsWith(pattern.substring(1)) : pattern.equals(path);
	}

	FilterConfig configuration(ServletContext context) {
		return new ProbeFilterConfig(this.name, context, this.parameters);
	}

}
