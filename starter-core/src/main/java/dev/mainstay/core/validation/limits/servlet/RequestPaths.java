package dev.mainstay.core.validation.limits.servlet;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;

/**
 * The path of a request before the framework has looked at it.
 */
final class RequestPaths {

	private RequestPaths() {
	}

	static PathContainer withinApplication(HttpServletRequest request) {
		return RequestPath.parse(request.getRequestURI(), request.getContextPath()).pathWithinApplication();
	}

}
