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

	/** Spring Session's own, and the one of the request as far as it was asked for. */
	private static final String STORE = "org.springframework.session.SessionRepository";

	private static final String SESSION_OF_STORE = STORE + ".CURRENT_SESSION";

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
			RefusableResponse refusable = new RefusableResponse(http, httpResponse, this.refusals, isFresh(http));
			request.setAttribute(RefusableResponse.ATTRIBUTE, refusable);
			chain.doFilter(new RefusableRequest(http, refusable), refusable);
			refusable.endOfChain();
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/**
	 * Whether nobody has begun a session for the request. A store of sessions is not
	 * asked: most requests are let through without one, and must not wait for it or fail
	 * with it.
	 */
	private static boolean isFresh(HttpServletRequest request) {
		if (request.getAttribute(STORE) != null) {
			return request.getAttribute(SESSION_OF_STORE) == null;
		}
		return request.getRequestedSessionId() != null || request.getSession(false) == null;
	}

}
