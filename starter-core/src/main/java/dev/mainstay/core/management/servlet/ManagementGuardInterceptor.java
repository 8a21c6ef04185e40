package dev.mainstay.core.management.servlet;

import java.io.IOException;

import dev.mainstay.core.management.EndpointHandlers;
import dev.mainstay.core.management.EndpointOperation;
import dev.mainstay.core.management.ManagementGuard;
import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Asks the guard before the handler of a guarded endpoint runs, whatever path led to it.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ManagementGuardInterceptor implements AsyncHandlerInterceptor {

	private static final String ADMITTED = ManagementGuardInterceptor.class.getName() + ".admitted";

	private final ManagementGuard guard;

	private final EndpointHandlers handlers;

	private final ServletProblemWriter writer;

	/**
	 * Create the interceptor.
	 * @param guard the guard
	 * @param basePath the path below which the endpoints are mapped
	 * @param writer answers those who are refused
	 */
	public ManagementGuardInterceptor(ManagementGuard guard, String basePath, ServletProblemWriter writer) {
		this.guard = guard;
		this.handlers = ServletEndpoints.handlers(basePath);
		this.writer = writer;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!this.handlers.isEndpoint(handler)) {
			return true;
		}
		EndpointOperation operation = this.handlers.operationOf(handler,
				RequestContextUtils.findWebApplicationContext(request));
		if (operation == null || !this.guard.guards(operation.endpoint()) || isResumed(request, handler)) {
			return true;
		}
		Problem refusal = this.guard.refusal(new ServletManagementCall(operation, request));
		if (refusal == null) {
			return true;
		}
		this.writer.write(request, response, refusal);
		return false;
	}

	/** Only handlers that were let through come here. */
	@Override
	public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response,
			Object handler) {
		request.setAttribute(ADMITTED, handler);
	}

	/** A handler that answers later comes by twice, and is one call. */
	private static boolean isResumed(HttpServletRequest request, Object handler) {
		return request.getDispatcherType() == DispatcherType.ASYNC && handler.equals(request.getAttribute(ADMITTED));
	}

}
