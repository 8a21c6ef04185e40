package dev.mainstay.core.problem.servlet;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Puts a problem where Spring Security refuses a request without saying anything: what it
 * would leave to the error page, which it then mostly does not let through, and what it
 * leaves empty. Must be registered right outside of Spring Security's filter for the
 * dispatches {@code REQUEST} and {@code ERROR}, with a {@link SecurityPassedFilter} right
 * inside of it: what comes from behind that is the application's. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityRefusalFilter implements Filter {

	private final SecurityRefusals refusals;

	/**
	 * Create the filter.
	 * @param refusals answers for Spring Security
	 */
	public SecurityRefusalFilter(SecurityRefusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse httpResponse) {
			boolean fresh = http.getRequestedSessionId() != null || http.getSession(false) == null;
			RefusableResponse refusable = new RefusableResponse(http, httpResponse, this.refusals, fresh);
			request.setAttribute(RefusableResponse.ATTRIBUTE, refusable);
			chain.doFilter(request, refusable);
			refusable.endOfChain();
		}
		else {
			chain.doFilter(request, response);
		}
	}

}
