package dev.mainstay.core.problem.servlet;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.problem.internal.BootMembers;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.web.ErrorProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What Boot itself would answer, under the application's own settings. No handler: it is
 * only asked.
 */
final class BootErrors extends BasicErrorController {

	private final ErrorAttributes attributes;

	BootErrors(ErrorAttributes attributes, ErrorProperties properties, List<ErrorViewResolver> resolvers) {
		super(attributes, properties, resolvers);
		this.attributes = attributes;
	}

	@Nullable Throwable failure(HttpServletRequest request) {
		return this.attributes.getError(new ServletWebRequest(request));
	}

	Map<String, Object> members(HttpServletRequest request) {
		return BootMembers.of(getErrorAttributes(request, getErrorAttributeOptions(request, MediaType.ALL)));
	}

}
