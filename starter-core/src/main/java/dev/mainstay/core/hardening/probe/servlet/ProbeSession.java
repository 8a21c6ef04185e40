package dev.mainstay.core.hardening.probe.servlet;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A session that ends with the probe it was made for. For one thread.
 */
final class ProbeSession implements HttpSession {

	private final Map<String, Object> attributes = new LinkedHashMap<>();

	private final long created = System.currentTimeMillis();

	private final ServletContext context;

	private int maximumIdleSeconds;

	ProbeSession(ServletContext context) {
		this.context = context;
	}

	@Override
	public long getCreationTime() {
		return this.created;
	}

	@Override
	public String getId() {
		return "mainstay-probe";
	}

	@Override
	public long getLastAccessedTime() {
		return this.created;
	}

	@Override
	public ServletContext getServletContext() {
		return this.context;
	}

	@Override
	public void setMaxInactiveInterval(int seconds) {
		this.maximumIdleSeconds = seconds;
	}

	@Override
	public int getMaxInactiveInterval() {
		return this.maximumIdleSeconds;
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		return this.attributes.get(name);
	}

	@Override
	public Enumeration<String> getAttributeNames() {
		return Collections.enumeration(this.attributes.keySet());
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		if (value != null) {
			this.attributes.put(name, value);
		}
		else {
			removeAttribute(name);
		}
	}

	@Override
	public void removeAttribute(String name) {
		this.attributes.remove(name);
	}

	@Override
	public void invalidate() {
		this.attributes.clear();
	}

	@Override
	public boolean isNew() {
		return true;
	}

}
