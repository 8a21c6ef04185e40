package dev.mainstay.core.problem.servlet;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.problem.internal.BootMembers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What Boot itself would answer, under the application's own settings. No handler: it is
 * only asked.
 */
final class BootErrors extends BasicErrorController {

	private final ErrorAttributes attributes;

	private final List<ErrorViewResolver> views;

	BootErrors(ErrorAttributes attributes, ErrorProperties properties, List<ErrorViewResolver> resolvers) {
		super(attributes, properties, resolvers);
		this.attributes = attributes;
		this.views = resolvers;
	}

	@Nullable Throwable failure(HttpServletRequest request) {
		return this.attributes.getError(new ServletWebRequest(request));
	}

	Map<String, Object> members(HttpServletRequest request) {
		return BootMembers.of(getErrorAttributes(request, getErrorAttributeOptions(request, MediaType.ALL)));
	}

	/** Without an error dispatch Boot does not know what it tells. */
	Map<String, Object> members(Refusal refusal) {
		HttpServletRequest request = refusal.request();
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			return members(request);
		}
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, refusal.status());
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
		request.setAttribute(RequestDispatcher.ERROR_MESSAGE, refusal.message());
		try {
			return members(request);
		}
		finally {
			request.removeAttribute(RequestDispatcher.ERROR_STATUS_CODE);
			request.removeAttribute(RequestDispatcher.ERROR_REQUEST_URI);
			request.removeAttribute(RequestDispatcher.ERROR_MESSAGE);
		}
	}

	boolean hasView(HttpServletRequest request, HttpStatus status) {
		return this.views.stream().anyMatch((views) -> views.resolveErrorView(request, status, Map.of()) != null);
	}

}
