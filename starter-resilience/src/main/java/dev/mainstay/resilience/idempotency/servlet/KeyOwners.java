package dev.mainstay.resilience.idempotency.servlet;

import java.util.function.Predicate;

import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.HandlerFrames;
import dev.mainstay.resilience.idempotency.LeftAlone;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import dev.mainstay.resilience.idempotency.RoutePolicy;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tells which keys the application handles itself, and whose the others are. Thread-safe.
 *
 * @since 0.1.0
 */
public final class KeyOwners {

	private final LeftAlone<HttpServletRequest> leftAlone;

	private final LeftAlone<HttpServletRequest> readers;

	private final OwnRoutes own;

	private final ServletRoutes routes;

	private final ServletCallers callers;

	/**
	 * Create it.
	 * @param application tells, for a request with a key, whether the application handles
	 * it, whatever its route
	 * @param own the routes on which it does so as well
	 * @param routes tell what is done with the other keys
	 * @param callers tell whose the other keys are
	 */
	public KeyOwners(Predicate<HttpServletRequest> application, OwnRoutes own, ServletRoutes routes,
			ServletCallers callers) {
		this.leftAlone = new LeftAlone<>((request) -> own.exclude(() -> path(request)) || application.test(request));
		this.readers = new LeftAlone<>((request) -> isOnOwnRoute(request) || routes.readsKey(request));
		this.own = own;
		this.routes = routes;
		this.callers = callers;
	}

	private boolean isOnOwnRoute(HttpServletRequest request) {
		return !this.own.isEmpty() && this.own.include(request.getMethod(), path(request));
	}

	private static PathContainer path(HttpServletRequest request) {
		return ServletRequestPathUtils.parse(request).pathWithinApplication();
	}

	/** Whether a request without a key may have to be refused. */
	boolean mayRequire(HttpServletRequest request) {
		return this.routes.mayRequire(request);
	}

	RoutePolicy policyOf(HttpServletRequest request) {
		return this.routes.policyOf(request);
	}

	/**
	 * Whether a request is left alone. A handler that reads the key has it, unless
	 * somebody has said that it is ours.
	 */
	boolean isApplications(HttpServletRequest request, RoutePolicy route) {
		return this.leftAlone.test(request) || ((!route.explicit() || route.isOff()) && this.readers.test(request));
	}

	@Nullable Caller caller(HttpServletRequest request) {
		return this.callers.of(request);
	}

	/**
	 * Called when somebody reads the key of a request that runs.
	 * @return whether it was the handler, to whom it is left from now on
	 */
	boolean passesToHandler(HttpServletRequest request) {
		Object handler = request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
		if (handler == null || !new HandlerFrames(handler).areOnThisThread()) {
			return false;
		}
		Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		this.own.readsKey(request.getMethod(), (pattern != null) ? pattern.toString() : null);
		return true;
	}

}
