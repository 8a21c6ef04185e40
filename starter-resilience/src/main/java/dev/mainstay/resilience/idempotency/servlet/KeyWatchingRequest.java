package dev.mainstay.resilience.idempotency.servlet;

import java.util.Enumeration;

import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Tells when somebody asks for the key. Whoever goes through all headers does not ask for
 * it.
 */
final class KeyWatchingRequest extends HttpServletRequestWrapper {

	private final Runnable onRead;

	private volatile boolean goingThroughAll;

	KeyWatchingRequest(HttpServletRequest request, Runnable onRead) {
		super(request);
		this.onRead = onRead;
	}

	@Override
	public @Nullable String getHeader(String name) {
		note(name);
		return super.getHeader(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		note(name);
		return super.getHeaders(name);
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		this.goingThroughAll = true;
		return super.getHeaderNames();
	}

	private void note(String name) {
		if (IdempotencyHeaders.KEY.equalsIgnoreCase(name)) {
			if (!this.goingThroughAll) {
				this.onRead.run();
			}
			this.goingThroughAll = false;
		}
	}

}
