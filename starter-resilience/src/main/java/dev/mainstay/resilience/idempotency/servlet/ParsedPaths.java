package dev.mainstay.resilience.idempotency.servlet;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.RequestPath;
import org.springframework.web.servlet.mvc.condition.ProducesRequestCondition;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.UrlPathHelper;

/**
 * Has mappings compared with a request before Spring MVC has looked at it, and leaves no
 * trace of that.
 */
final class ParsedPaths {

	private ParsedPaths() {
	}

	static <T> T during(HttpServletRequest request, Supplier<T> comparison) {
		RequestPath previous = (RequestPath) request.getAttribute(ServletRequestPathUtils.PATH_ATTRIBUTE);
		Object previousLookup = request.getAttribute(UrlPathHelper.PATH_ATTRIBUTE);
		try {
			ServletRequestPathUtils.parseAndCache(request);
			// This one is what Ant patterns are compared with.
			UrlPathHelper.defaultInstance.resolveAndCacheLookupPath(request);
			return comparison.get();
		}
		finally {
			ServletRequestPathUtils.setParsedRequestPath(previous, request);
			request.setAttribute(UrlPathHelper.PATH_ATTRIBUTE, previousLookup);
			ProducesRequestCondition.clearMediaTypesAttribute(request);
		}
	}

}
