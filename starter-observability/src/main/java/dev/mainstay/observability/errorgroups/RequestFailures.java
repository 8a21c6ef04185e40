package dev.mainstay.observability.errorgroups;

import java.util.Set;
import java.util.function.ToIntFunction;

import dev.mainstay.core.failure.FailureListener;
import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.CurrentRequestId;
import dev.mainstay.core.request.RequestCompletionListener;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.core.request.TraceIds;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Tells of the failures that core reports, of requests and of work in the background, and
 * of the ends of requests. What a caller is to blame for is no failure. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RequestFailures implements FailureListener, RequestCompletionListener {

	private static final int BAD_REQUEST = 400;

	private static final int INTERNAL_ERROR = 500;

	/** A method that is none may be any word of the caller's. */
	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS",
			"TRACE");

	private static final String OTHER_METHOD = "_OTHER";

	private final ErrorGroups groups;

	private final ToIntFunction<Throwable> status;

	private final boolean enabled;

	/**
	 * Create it.
	 * @param groups is told
	 * @param status tells with which status a failure is answered
	 * @param enabled whether it does anything; read at run time, because in an
	 * AOT-processed application it is there whatever the properties say
	 */
	public RequestFailures(ErrorGroups groups, ToIntFunction<Throwable> status, boolean enabled) {
		this.groups = groups;
		this.status = status;
		this.enabled = enabled;
	}

	@Override
	public void onFailure(Throwable failure, @Nullable RequestExchange exchange) {
		if (!this.enabled) {
			return;
		}
		if (exchange == null) {
			this.groups.record(failure, new FailureContext(CurrentRequestId.get(), MDC.get("traceId"), null));
		}
		else if (exchange.committedStatus() != null || this.status.applyAsInt(failure) >= INTERNAL_ERROR) {
			this.groups.record(failure, new FailureContext(exchange.requestId(), traceId(exchange.traceIds()),
					route(exchange.start().method(), exchange.route())));
		}
	}

	@Override
	public void onCompletion(CompletedRequest request) {
		if (!this.enabled || request.origin() == RequestOrigin.PROBE) {
			return;
		}
		Throwable failure = request.failure();
		String route = route(request.method(), request.route());
		if (failure != null && isOfTheService(request)) {
			this.groups.record(failure, new FailureContext(request.requestId(), traceId(request.traceIds()), route));
		}
		String requestId = request.requestId();
		if (requestId != null) {
			this.groups.ended(requestId, route, request.status());
		}
	}

	private static boolean isOfTheService(CompletedRequest request) {
		Integer status = request.status();
		boolean refused = status != null && status >= BAD_REQUEST && status < INTERNAL_ERROR;
		return !refused && request.outcome() != RequestOutcome.ABORTED && request.outcome() != RequestOutcome.REJECTED;
	}

	private static @Nullable String traceId(@Nullable TraceIds ids) {
		return (ids != null) ? ids.traceId() : null;
	}

	private static @Nullable String route(@Nullable String method, @Nullable String route) {
		if (route == null) {
			return null;
		}
		return ((method != null && METHODS.contains(method)) ? method : OTHER_METHOD) + " " + route;
	}

}
