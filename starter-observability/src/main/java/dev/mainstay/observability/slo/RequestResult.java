package dev.mainstay.observability.slo;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;

/**
 * What a request is to an objective, by the end that the server saw.
 */
final class RequestResult {

	private static final int CLIENT_ERROR = 400;

	private static final int SERVER_ERROR = 500;

	private RequestResult() {
	}

	/**
	 * Whether it was for the application. What the container refuses was, whatever path
	 * it may have been for: the client got an answer that it did not want.
	 */
	static boolean isCounted(CompletedRequest request) {
		return request.origin() == RequestOrigin.APPLICATION || request.outcome() == RequestOutcome.REJECTED;
	}

	/** A client that goes away has not failed because of that. */
	static boolean isFailed(CompletedRequest request) {
		Integer status = request.status();
		if (status != null && status >= SERVER_ERROR) {
			return true;
		}
		return switch (request.outcome()) {
			case TIMED_OUT -> true;
			case FAILED -> status == null || status < CLIENT_ERROR;
			case COMPLETED, ABORTED, REJECTED -> false;
		};
	}

}
