package dev.mainstay.core.problem.servlet;

import java.io.IOException;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * Notes that Spring Security let a request through: whatever is answered from here on is
 * the application's own. Must be registered right inside of Spring Security's filter.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityPassedFilter implements Filter {

	/**
	 * Create the filter.
	 */
	public SecurityPassedFilter() {
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request.getAttribute(RefusableResponse.ATTRIBUTE) instanceof RefusableResponse refusable) {
			pass(refusable, request, response, chain);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/** What a handler may not do is refused by Spring Security, but comes from behind. */
	private static void pass(RefusableResponse refusable, ServletRequest request, ServletResponse response,
			FilterChain chain) throws IOException, ServletException {
		boolean returned = false;
		refusable.passed();
		try {
			chain.doFilter(request, response);
			returned = true;
		}
		finally {
			if (!returned) {
				refusable.threwBack();
			}
		}
	}

}
