package dev.mainstay.security.browser;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what was refused. A listener that fails changes no answer. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BrowserEvents {

	private static final Logger logger = LoggerFactory.getLogger(BrowserEvents.class);

	/** As long as any name of a host. */
	private static final int MAX_LENGTH = 255;

	private final ApplicationEventPublisher publisher;

	/**
	 * Create it.
	 * @param publisher where the events go
	 */
	public BrowserEvents(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	void crossSite(BrowserRequest request, @Nullable String route, @Nullable RequestExchange exchange) {
		Map<String, String> data = data("cross-site", route, exchange);
		put(data, "origin", request.header("Origin"));
		put(data, "site", request.header("Sec-Fetch-Site"));
		publish(SecurityEventType.MALICIOUS_CSRF, data, exchange);
	}

	void missingProof(@Nullable RequestExchange exchange) {
		publish(SecurityEventType.MALICIOUS_CSRF,
				data("csrf-token", (exchange != null) ? exchange.route() : null, exchange), exchange);
	}

	void foreignReader(String origin, @Nullable RequestExchange exchange) {
		Map<String, String> data = data("cors", (exchange != null) ? exchange.route() : null, exchange);
		put(data, "origin", origin);
		publish(SecurityEventType.MALICIOUS_CORS, data, exchange);
	}

	private static Map<String, String> data(String reason, @Nullable String route, @Nullable RequestExchange exchange) {
		Map<String, String> data = new LinkedHashMap<>();
		data.put("reason", reason);
		put(data, "route", route);
		if (exchange != null) {
			put(data, "method", exchange.start().method());
			put(data, "peer", exchange.start().peer().address());
		}
		return data;
	}

	private static void put(Map<String, String> data, String name, @Nullable String value) {
		if (value != null) {
			data.put(name, printable(value));
		}
	}

	/** Callers write what they like. */
	static String printable(@Nullable String value) {
		String text = String.valueOf(value);
		String bounded = (text.length() > MAX_LENGTH) ? text.substring(0, MAX_LENGTH) : text;
		return bounded.replaceAll("[^ -~]", "?");
	}

	private void publish(SecurityEventType type, Map<String, String> data, @Nullable RequestExchange exchange) {
		try {
			this.publisher.publishEvent(new SecurityEvent(type, null, data, exchange));
		}
		catch (RuntimeException ex) {
			logger.warn("An event cannot be published: {}", type, ex);
		}
	}

}
