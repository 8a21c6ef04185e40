package dev.mainstay.security.browser.servlet;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to itself what is noted in a request while its handler is looked for.
 */
final class LookUpRequest extends HttpServletRequestWrapper {

	private final Map<String, @Nullable Object> own = new HashMap<>();

	LookUpRequest(HttpServletRequest request) {
		super(request);
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		return this.own.containsKey(name) ? this.own.get(name) : super.getAttribute(name);
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		this.own.put(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.own.put(name, null);
	}

}
