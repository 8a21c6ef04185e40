package dev.mainstay.core.request.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Completes the head of the answer when the application takes the answer away from all
 * wrappers, as {@link #startAsync()} without arguments does.
 */
final class WatchedRequest extends HttpServletRequestWrapper {

	private final HeadWatch head;

	WatchedRequest(HttpServletRequest request, HeadWatch head) {
		super(request);
		this.head = head;
	}

	@Override
	public AsyncContext startAsync() {
		this.head.beforeSend();
		return super.startAsync();
	}

}
