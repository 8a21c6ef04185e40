package dev.mainstay.core.request.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A listener that cares for a part of what may happen.
 */
interface AsyncEnd extends AsyncListener {

	/**
	 * Add a listener at the end of a dispatch, when the processing that it is for may be
	 * over already.
	 * @return whether it was still time
	 */
	static boolean add(AsyncEnd listener, HttpServletRequest request, HttpServletResponse response) {
		try {
			request.getAsyncContext().addListener(listener, request, response);
			return true;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	@Override
	default void onComplete(AsyncEvent event) {
	}

	@Override
	default void onTimeout(AsyncEvent event) {
	}

	@Override
	default void onError(AsyncEvent event) {
	}

	@Override
	default void onStartAsync(AsyncEvent event) {
	}

}
