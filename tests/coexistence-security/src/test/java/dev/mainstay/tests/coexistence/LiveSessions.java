package dev.mainstay.tests.coexistence;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/**
 * Counts the sessions of an application.
 */
final class LiveSessions implements HttpSessionListener {

	private final Set<String> live = ConcurrentHashMap.newKeySet();

	private final AtomicInteger created = new AtomicInteger();

	@Override
	public void sessionCreated(HttpSessionEvent event) {
		this.created.incrementAndGet();
		this.live.add(event.getSession().getId());
	}

	@Override
	public void sessionDestroyed(HttpSessionEvent event) {
		this.live.remove(event.getSession().getId());
	}

	int live() {
		return this.live.size();
	}

	int created() {
		return this.created.get();
	}

}
