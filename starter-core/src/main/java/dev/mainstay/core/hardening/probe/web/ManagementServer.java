package dev.mainstay.core.hardening.probe.web;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Remembers the context of the endpoints that have a server of their own: it is nowhere
 * to be found. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ManagementServer implements ApplicationListener<WebServerInitializedEvent> {

	private volatile @Nullable ApplicationContext context;

	@Override
	public void onApplicationEvent(WebServerInitializedEvent event) {
		WebServerApplicationContext started = event.getApplicationContext();
		if (WebServerApplicationContext.hasServerNamespace(started, "management")) {
			this.context = started;
		}
	}

	@Nullable ApplicationContext context() {
		return this.context;
	}

}
