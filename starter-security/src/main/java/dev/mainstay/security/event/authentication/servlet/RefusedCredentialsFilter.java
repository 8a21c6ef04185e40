package dev.mainstay.security.event.authentication.servlet;

import java.io.IOException;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.security.event.CurrentRequest;
import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.SecurityEventType;
import dev.mainstay.security.event.authentication.Credentials;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Tells of credentials that Spring Security refuses without an event: a header that
 * cannot be read, and whatever fails with an exception that it has no event for. Must be
 * outside of Spring Security's filter, with a {@link DeniedRequestFilter} inside of it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class RefusedCredentialsFilter implements Filter {

	private final SecurityEventPublisher events;

	/**
	 * Create the filter.
	 * @param events publishes the events
	 */
	public RefusedCredentialsFilter(SecurityEventPublisher events) {
		this.events = events;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		chain.doFilter(request, response);
		if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse answer
				&& answer.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
			String authorization = http.getHeader("Authorization");
			if (Credentials.isIn(authorization) && !DeniedRequestFilter.isPassed(request)
					&& !CurrentRequest.hasTold(SecurityEventType.AUTHN_LOGIN_FAIL)) {
				this.events.publish(() -> Credentials.refused(authorization, exchange(request)));
			}
		}
	}

	private static @Nullable RequestExchange exchange(ServletRequest request) {
		return (request.getAttribute(RequestExchange.ATTRIBUTE) instanceof RequestExchange exchange) ? exchange : null;
	}

}
