package dev.mainstay.resilience.idempotency.servlet;

import java.util.function.Predicate;

import dev.mainstay.resilience.idempotency.Caller;
import dev.mainstay.resilience.idempotency.HandlerFrames;
import dev.mainstay.resilience.idempotency.LeftAlone;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Tells which keys the application handles itself, and whose the others are. Thread-safe.
 *
 * @since 0.1.0
 */
public final class KeyOwners {

	private final LeftAlone<HttpServletRequest> leftAlone;

	private final OwnRoutes routes;

	private final ServletCallers callers;

	/**
	 * Create it.
	 * @param application tells, for a request with a key, whether the application handles
	 * it
	 * @param routes the routes on which it does so as well
	 * @param callers tell whose the other keys are
	 */
	public KeyOwners(Predicate<HttpServletRequest> application, OwnRoutes routes, ServletCallers callers) {
		this.leftAlone = new LeftAlone<>((request) -> isOnOwnRoute(request) || application.test(request));
		this.routes = routes;
		this.callers = callers;
	}

	private boolean isOnOwnRoute(HttpServletRequest request) {
		return !this.routes.isEmpty() && this.routes.include(request.getMethod(),
				ServletRequestPathUtils.parse(request).pathWithinApplication());
	}

	boolean isApplications(HttpServletRequest request) {
		return this.leftAlone.test(request);
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
		this.routes.readsKey(request.getMethod(), (pattern != null) ? pattern.toString() : null);
		return true;
	}

}
