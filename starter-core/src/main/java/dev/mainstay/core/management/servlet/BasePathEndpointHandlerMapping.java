package dev.mainstay.core.management.servlet;

import java.util.Collection;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.EndpointLinksResolver;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Finds endpoints as Spring Boot's own mapping does, which it is but for one question
 * less: that mapping is asked before those of the application, and for a path with a
 * variable it compares the methods and media types of each endpoint before the first
 * path. Here a request that is not below the base path is none of them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BasePathEndpointHandlerMapping extends WebMvcEndpointHandlerMapping {

	private final String basePath;

	/**
	 * Create it.
	 * @param mapping where endpoints are, for all of them below its path
	 * @param endpoints the endpoints
	 * @param mediaTypes what they take and give
	 * @param cors who may ask for them from other origins
	 * @param links tells where they are
	 * @param withLinks whether there is a page of links
	 */
	public BasePathEndpointHandlerMapping(EndpointMapping mapping, Collection<ExposableWebEndpoint> endpoints,
			EndpointMediaTypes mediaTypes, @Nullable CorsConfiguration cors, EndpointLinksResolver links,
			boolean withLinks) {
		super(mapping, endpoints, mediaTypes, cors, links, withLinks);
		this.basePath = fixed(mapping.getPath());
	}

	@Override
	protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
			throws Exception {
		return mayBeBelowBasePath(lookupPath) ? super.lookupHandlerMethod(lookupPath, request) : null;
	}

	/** A base path with a variable or a wildcard is compared by patterns only. */
	private static String fixed(String path) {
		return PathPatternParser.defaultInstance.parse(path).hasPatternSyntax() ? "" : path;
	}

	/** What is escaped, or of another case, is left to those who compare patterns. */
	private boolean mayBeBelowBasePath(String path) {
		return path.regionMatches(true, 0, this.basePath, 0, this.basePath.length()) || path.indexOf('%') >= 0;
	}

}
