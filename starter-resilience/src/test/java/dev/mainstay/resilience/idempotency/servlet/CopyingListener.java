package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets go of what a caching filter has cached, when asynchronous processing ends.
 */
record CopyingListener(ContentCachingResponseWrapper response) implements AsyncListener {

	@Override
	public void onComplete(AsyncEvent event) throws IOException {
		this.response.copyBodyToResponse();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
	}

	@Override
	public void onError(AsyncEvent event) {
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
	}

}
