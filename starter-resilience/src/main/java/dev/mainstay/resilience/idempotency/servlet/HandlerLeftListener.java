package dev.mainstay.resilience.idempotency.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/**
 * Notes that the container goes on without an asynchronous handler, which may still be
 * running.
 */
final class HandlerLeftListener implements AsyncListener {

	private final Runnable action;

	HandlerLeftListener(Runnable action) {
		this.action = action;
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		this.action.run();
	}

	@Override
	public void onError(AsyncEvent event) {
		this.action.run();
	}

	@Override
	public void onComplete(AsyncEvent event) {
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
		event.getAsyncContext().addListener(this);
	}

}
