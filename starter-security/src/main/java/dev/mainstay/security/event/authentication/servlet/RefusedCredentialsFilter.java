package dev.mainstay.security.event.authentication.servlet;

import java.io.IOException;

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

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells of credentials that Spring Security refuses without an event: a header that
 * cannot be read, and whatever fails with an exception that it has no event for. Must be
 * outside of Spring Security's filter, with a {@link DeniedRequestFilter} inside of it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class RefusedCredentialsFilter implements Filter {

	private static final String TOLD = CurrentRequest.attributeOf(SecurityEventType.AUTHN_LOGIN_FAIL);

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
		if (!(request instanceof HttpServletRequest http) || !(response instanceof HttpServletResponse answer)) {
			chain.doFilter(request, response);
			return;
		}
		if (RequestContextHolder.getRequestAttributes() == null) {
			doFilterWithContext(http, answer, chain);
		}
		else {
			chain.doFilter(request, response);
		}
		if (answer.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
			tell(http);
		}
	}

	/** Where the application has Spring Security before the request is the thread's. */
	private static void doFilterWithContext(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		ServletRequestAttributes attributes = new ServletRequestAttributes(request, response);
		RequestContextHolder.setRequestAttributes(attributes);
		try {
			chain.doFilter(request, response);
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
			attributes.requestCompleted();
		}
	}

	private void tell(HttpServletRequest request) {
		String authorization = request.getHeader("Authorization");
		if (Credentials.isIn(authorization) && !DeniedRequestFilter.isPassed(request)
				&& request.getAttribute(TOLD) == null) {
			this.events.publish(() -> Credentials.refused(authorization, DeniedRequestFilter.exchange(request)));
		}
	}

}
