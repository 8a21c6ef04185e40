package dev.mainstay.security.browser.servlet;

import java.io.IOException;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.security.browser.CrossSiteProtection;
import dev.mainstay.security.browser.Target;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site would change in a user's name. Stands behind Spring Security,
 * which answers by itself what other sites send by design (the callbacks of OpenID
 * Connect and SAML), and before whatever has an effect. Must be registered for the
 * dispatch {@code REQUEST}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class CrossSiteFilter implements Filter {

	private final CrossSiteProtection protection;

	private final ServletTargets targets;

	private final TrustedProxies proxies;

	private final @Nullable ServletProblemWriter problems;

	/**
	 * Create the filter.
	 * @param protection finds the requests
	 * @param targets asks the application whether they are allowed
	 * @param proxies the proxies whose word is taken on which host was asked for
	 * @param problems writes refusals, {@code null} to leave that to the error page
	 */
	public CrossSiteFilter(CrossSiteProtection protection, ServletTargets targets, TrustedProxies proxies,
			@Nullable ServletProblemWriter problems) {
		this.protection = protection;
		this.targets = targets;
		this.proxies = proxies;
		this.problems = problems;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (this.protection.isActive() && request instanceof HttpServletRequest http
				&& response instanceof HttpServletResponse httpResponse && refuses(http, httpResponse)) {
			refuse(http, httpResponse);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private boolean refuses(HttpServletRequest request, HttpServletResponse response) {
		ServletBrowserRequest browser = new ServletBrowserRequest(request, this.proxies);
		if (!this.protection.isSuspect(browser)) {
			return false;
		}
		Target target = this.targets.of(request, response);
		return !target.allowed() && this.protection.refuses(browser, target.route(), browser.exchange());
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.problems != null) {
			this.problems.write(request, response, Problem.of(ProblemCode.CSRF_REJECTED));
		}
		else {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
		}
	}

}
