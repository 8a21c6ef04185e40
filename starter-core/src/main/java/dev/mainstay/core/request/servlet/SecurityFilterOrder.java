package dev.mainstay.core.request.servlet;

import java.util.OptionalInt;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.core.Ordered;

/**
 * Where Spring Security's filter is among the others, which the application may have
 * changed by {@code spring.security.filter.order}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityFilterOrder {

	/** The name of Spring Security's filter, as a bean and in the server. */
	public static final String CHAIN = "springSecurityFilterChain";

	private SecurityFilterOrder() {
	}

	/**
	 * The order of Spring Security's filter.
	 * @param registrations the registrations of filters that are beans
	 * @return its order; empty if the application has no such filter
	 */
	public static OptionalInt of(ObjectProvider<DelegatingFilterProxyRegistrationBean> registrations) {
		return registrations.stream()
			.filter((registration) -> CHAIN.equals(registration.getFilterName()))
			.mapToInt(DelegatingFilterProxyRegistrationBean::getOrder)
			.findFirst();
	}

	/**
	 * The order of a filter that has to know who sends the request.
	 * @param registrations the registrations of filters that are beans
	 * @param usual its order unless Spring Security comes later
	 * @param distance how far behind Spring Security it is then
	 * @return its order
	 */
	public static int behind(ObjectProvider<DelegatingFilterProxyRegistrationBean> registrations, int usual,
			int distance) {
		int security = of(registrations).orElse(Ordered.HIGHEST_PRECEDENCE);
		return Math.max(usual, Math.min(security, Ordered.LOWEST_PRECEDENCE - distance) + distance);
	}

}
