package dev.mainstay.core.problem.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Keeps a refused request until it is known what its caller is told. One that is sent to
 * a page for the login comes back for it, as before; one that gets a problem does not,
 * and needs no session. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RefusedRequestCache implements RequestCache {

	private final RequestCache cache;

	/**
	 * Create the cache.
	 * @param cache where the requests are kept in the end
	 */
	public RefusedRequestCache(RequestCache cache) {
		this.cache = cache;
	}

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		RefusableResponse refusable = (RefusableResponse) request.getAttribute(RefusableResponse.ATTRIBUTE);
		if (refusable == null || !refusable.beforeAnswer(() -> this.cache.saveRequest(request, response))) {
			this.cache.saveRequest(request, response);
		}
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return this.cache.getRequest(request, response);
	}

	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return this.cache.getMatchingRequest(request, response);
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		this.cache.removeRequest(request, response);
	}

}
