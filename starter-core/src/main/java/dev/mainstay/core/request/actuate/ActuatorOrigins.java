package dev.mainstay.core.request.actuate;

import java.util.function.Supplier;

import dev.mainstay.core.request.EndpointOrigins;
import dev.mainstay.core.request.RequestOrigin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeansException;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;

/**
 * Recognises the endpoints of Spring Boot's Actuator. Requests for its health endpoint,
 * and for the groups of it that have a path of their own, are probes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ActuatorOrigins implements EndpointOrigins {

	private static final EndpointId HEALTH = EndpointId.of("health");

	private static final Logger logger = LoggerFactory.getLogger(ActuatorOrigins.class);

	private final Supplier<@Nullable PathMappedEndpoints> endpoints;

	private volatile @Nullable PathMappedEndpoints found;

	/**
	 * Create it.
	 * @param endpoints asked for the endpoints with the requests for one of them until
	 * they are there, as they are created late
	 */
	public ActuatorOrigins(Supplier<@Nullable PathMappedEndpoints> endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public @Nullable RequestOrigin of(Class<?> handler, String pattern) {
		String name = handler.getName();
		if (name.startsWith("org.springframework.boot.webmvc.actuate.endpoint.web.")
				|| name.startsWith("org.springframework.boot.webflux.actuate.endpoint.web.")) {
			return isProbe(pattern) ? RequestOrigin.PROBE : RequestOrigin.MANAGEMENT;
		}
		return null;
	}

	/** Nothing but a group of health can be served outside the paths of the endpoints. */
	private boolean isProbe(String pattern) {
		PathMappedEndpoints paths = endpoints();
		if (paths == null || isBelow(paths.getPath(HEALTH), pattern)) {
			return paths != null;
		}
		boolean isLinks = pattern.equals(paths.getBasePath()) || pattern.equals(paths.getBasePath() + "/");
		return !isLinks && paths.getAllPaths().stream().noneMatch((path) -> isBelow(path, pattern));
	}

	/** A request may be the first for an endpoint, and end while the context closes. */
	private @Nullable PathMappedEndpoints endpoints() {
		PathMappedEndpoints known = this.found;
		if (known != null) {
			return known;
		}
		try {
			this.found = this.endpoints.get();
		}
		catch (BeansException | IllegalStateException ex) {
			logger.debug("The endpoints cannot be asked for their paths", ex);
		}
		return this.found;
	}

	private static boolean isBelow(@Nullable String path, String pattern) {
		return path != null && pattern.startsWith(path)
				&& (pattern.length() == path.length() || pattern.charAt(path.length()) == '/');
	}

}
