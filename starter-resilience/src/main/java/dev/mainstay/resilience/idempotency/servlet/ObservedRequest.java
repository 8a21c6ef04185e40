package dev.mainstay.resilience.idempotency.servlet;

import dev.mainstay.resilience.idempotency.IdempotencyAttributes;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Says in the trace of a request what became of its key.
 */
final class ObservedRequest {

	private ObservedRequest() {
	}

	static void note(HttpServletRequest request, IdempotencyResult result, @Nullable String recordKey) {
		ServerHttpObservationFilter.findObservationContext(request)
			.ifPresent((context) -> IdempotencyAttributes.note(context, result, recordKey));
	}

}
