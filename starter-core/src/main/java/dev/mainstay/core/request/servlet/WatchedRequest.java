package dev.mainstay.core.request.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * Completes the head of the answer when the application takes the answer away from all
 * wrappers, as {@link #startAsync()} without arguments does.
 */
final class WatchedRequest extends HttpServletRequestWrapper {

	private final WatchedResponse response;

	WatchedRequest(HttpServletRequest request, WatchedResponse response) {
		super(request);
		this.response = response;
	}

	@Override
	public AsyncContext startAsync() {
		this.response.beforeSend();
		return super.startAsync();
	}

}
