package dev.mainstay.core.management;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebOperation;
import org.springframework.boot.actuate.endpoint.web.WebOperationRequestPredicate;

/**
 * Tells from the patterns under which a handler is registered which endpoint it serves.
 * Handlers do not say it themselves. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class EndpointPatterns {

	/**
	 * What a handler is guarded as whose endpoint cannot be told.
	 */
	public static final String UNKNOWN = "unknown";

	private final String links;

	private final Map<String, String> endpoints = new HashMap<>();

	/**
	 * Create the patterns.
	 * @param basePath the path below which the endpoints are mapped
	 * @param endpoints the endpoints
	 */
	public EndpointPatterns(String basePath, Collection<ExposableWebEndpoint> endpoints) {
		EndpointMapping mapping = new EndpointMapping(basePath);
		this.links = mapping.getPath();
		for (ExposableWebEndpoint endpoint : endpoints) {
			String id = endpoint.getEndpointId().toLowerCaseString();
			for (WebOperation operation : endpoint.getOperations()) {
				WebOperationRequestPredicate predicate = operation.getRequestPredicate();
				add(mapping.createSubPath(predicate.getPath()), predicate, id);
			}
		}
	}

	private void add(String pattern, WebOperationRequestPredicate predicate, String id) {
		this.endpoints.put(pattern.isEmpty() ? "/" : pattern, id);
		String remaining = predicate.getMatchAllRemainingPathSegmentsVariable();
		if (remaining != null) {
			this.endpoints.put(pattern.replace("{*" + remaining + "}", "**"), id);
		}
	}

	/**
	 * The endpoint that a handler serves.
	 * @param patterns the patterns under which the handler is registered
	 * @return the id of the endpoint in lower case, {@link #UNKNOWN} if it cannot be
	 * told, {@code null} for the page that only lists the endpoints
	 */
	public @Nullable String endpointOf(Collection<String> patterns) {
		for (String pattern : patterns) {
			String id = this.endpoints.get(pattern.isEmpty() ? "/" : pattern);
			if (id != null) {
				return id;
			}
		}
		return patterns.stream().allMatch(this::isLinks) ? null : UNKNOWN;
	}

	private boolean isLinks(String pattern) {
		return pattern.equals(this.links) || pattern.equals(this.links + "/");
	}

}
