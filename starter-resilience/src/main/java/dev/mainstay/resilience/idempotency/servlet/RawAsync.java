package dev.mainstay.resilience.idempotency.servlet;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * Tells that an asynchronous request is answered by whoever has begun it, past Spring
 * MVC: no dispatch will tell of its end.
 */
final class RawAsync {

	private RawAsync() {
	}

	static boolean test(HttpServletRequest request) {
		WebAsyncManager manager = (WebAsyncManager) request.getAttribute(WebAsyncUtils.WEB_ASYNC_MANAGER_ATTRIBUTE);
		return manager == null || !manager.isConcurrentHandlingStarted()
				|| request.getAsyncContext().hasOriginalRequestAndResponse();
	}

}
