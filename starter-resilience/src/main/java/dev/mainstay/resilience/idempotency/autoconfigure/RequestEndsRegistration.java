package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.resilience.idempotency.servlet.RequestEnds;
import jakarta.servlet.ServletContext;

import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;

/**
 * Registers what is told of the ends of requests, unless the server has another way.
 */
final class RequestEndsRegistration extends ServletListenerRegistrationBean<RequestEnds> {

	private final RequestEnds ends = new RequestEnds();

	RequestEndsRegistration() {
		setListener(this.ends);
	}

	RequestEnds ends() {
		return this.ends;
	}

	@Override
	protected void register(String description, ServletContext servletContext) {
		if (!this.ends.isListeningWhenNeeded()) {
			super.register(description, servletContext);
		}
	}

}
