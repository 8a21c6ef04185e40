package dev.mainstay.observability.tracing.sampling;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestOutcome;

/**
 * Keeps the traces of requests that the service answered with a status from 500 on, that
 * it did not answer in time, or that ended with a failure that nobody handled.
 */
final class FailedRequests implements TraceKeeper {

	private static final int INTERNAL_SERVER_ERROR = 500;

	@Override
	public boolean keeps(CompletedRequest request) {
		Integer status = request.status();
		return (status != null && status >= INTERNAL_SERVER_ERROR) || request.outcome() == RequestOutcome.FAILED
				|| request.outcome() == RequestOutcome.TIMED_OUT;
	}

}
