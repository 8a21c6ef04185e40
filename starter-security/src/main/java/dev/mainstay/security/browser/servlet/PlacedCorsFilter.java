package dev.mainstay.security.browser.servlet;

import java.io.IOException;
import java.util.Collection;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.CorsFilter;

/**
 * A filter for CORS that may come behind, and has nothing that one could ask. So it is
 * shown the request, and looked at what it would let a browser know.
 *
 * @param filter the filter
 * @param patterns the URL patterns that it is for, all if empty
 * @since 0.1.0
 */
public record PlacedCorsFilter(CorsFilter filter, Collection<String> patterns) {

	private static final Logger logger = LoggerFactory.getLogger(PlacedCorsFilter.class);

	boolean allow(String origin, HttpServletRequest request, HttpServletResponse response) {
		LookUpResponse answer = new LookUpResponse(response);
		try {
			if (covers(request)) {
				this.filter.doFilter(new LookUpRequest(request), answer, (ignored, nothing) -> {
				});
			}
		}
		catch (IOException | ServletException | RuntimeException ex) {
			logger.debug("A filter for CORS cannot be asked", ex);
		}
		return origin.equals(answer.getHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN));
	}

	private boolean covers(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return this.patterns.isEmpty() || this.patterns.stream().anyMatch((pattern) -> covers(pattern, path));
	}

	private static boolean covers(String pattern, String path) {
		if (!pattern.endsWith("/*")) {
			return pattern.equals(path);
		}
		String prefix = pattern.substring(0, pattern.length() - 2);
		return path.equals(prefix) || path.startsWith(prefix + "/");
	}

}
