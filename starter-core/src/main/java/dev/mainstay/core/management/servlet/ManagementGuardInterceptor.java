package dev.mainstay.core.management.servlet;

import java.io.IOException;

import dev.mainstay.core.management.ManagementGuard;
import dev.mainstay.core.management.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Asks the guard before the handler of a guarded endpoint runs, whatever path led to it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ManagementGuardInterceptor implements HandlerInterceptor {

	private final ManagementGuard guard;

	private final EndpointHandlers handlers;

	/**
	 * Create the interceptor.
	 * @param guard the guard
	 * @param basePath the path below which the endpoints are mapped
	 */
	public ManagementGuardInterceptor(ManagementGuard guard, String basePath) {
		this.guard = guard;
		this.handlers = new EndpointHandlers(basePath);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		String endpoint = this.handlers.endpointOf(handler, request);
		if (endpoint == null || !this.guard.guards(endpoint)
				|| this.guard.admits(new ServletManagementCall(endpoint, request))) {
			return true;
		}
		refuse(response);
		return false;
	}

	private void refuse(HttpServletResponse response) throws IOException {
		response.setStatus(Refusal.STATUS);
		String challenge = this.guard.challenge();
		if (challenge != null) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
		}
		response.setContentType(Refusal.CONTENT_TYPE);
		byte[] body = Refusal.body();
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
