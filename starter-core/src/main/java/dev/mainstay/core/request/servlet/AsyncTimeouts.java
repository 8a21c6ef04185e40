package dev.mainstay.core.request.servlet;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestOutcome;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.context.request.async.WebAsyncUtils;

/**
 * Notes that asynchronous processing did not end in time, unless the application had an
 * answer for that: neither the status nor an exception tells it at the end.
 */
final class AsyncTimeouts implements AsyncEnd {

	private static final String ATTRIBUTE = AsyncTimeouts.class.getName();

	private static final AsyncTimeouts instance = new AsyncTimeouts();

	private AsyncTimeouts() {
	}

	/** Called when a dispatch begins. */
	static void note(RequestExchange exchange, HttpServletRequest request) {
		DispatcherType type = request.getDispatcherType();
		if ((type == DispatcherType.ASYNC && resultIsTimeout(request))
				|| (type == DispatcherType.ERROR && isLeftToTheContainer(request))) {
			exchange.ending(RequestOutcome.TIMED_OUT);
		}
	}

	/** What Spring hands to the exception handlers when its handlers are late. */
	private static boolean resultIsTimeout(ServletRequest request) {
		return WebAsyncUtils.getAsyncManager(request).getConcurrentResult() instanceof AsyncRequestTimeoutException;
	}

	private static boolean isLeftToTheContainer(HttpServletRequest request) {
		return request.getAttribute(ATTRIBUTE) != null
				&& request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null;
	}

	/**
	 * Called when a dispatch ends. Spring's own asynchronous processing is left alone.
	 */
	static void watch(HttpServletRequest request, HttpServletResponse response) {
		if (request.isAsyncStarted() && !WebAsyncUtils.getAsyncManager(request).isConcurrentHandlingStarted()) {
			AsyncEnd.add(instance, request, response);
		}
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		event.getSuppliedRequest().setAttribute(ATTRIBUTE, Boolean.TRUE);
	}

}
