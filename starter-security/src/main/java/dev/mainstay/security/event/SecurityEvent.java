package dev.mainstay.security.event;

import java.util.Map;

import dev.mainstay.core.request.RequestExchange;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and matters to security. Published as an application event by
 * whoever saw it; logged and kept by whoever listens. Never holds a secret, a token, a
 * session's id or a password. Immutable.
 *
 * @param type what it is about
 * @param principal whom it is about, {@code null} if nobody is known
 * @param data more about it, by name: what an operator needs to act on it
 * @param request the request in which it happened, {@code null} if it is the one of the
 * current thread on the servlet stack, or none
 * @since 0.1.0
 */
public record SecurityEvent(SecurityEventType type, @Nullable String principal, Map<String, String> data,
		@Nullable RequestExchange request) {

	/**
	 * Create an event.
	 */
	public SecurityEvent {
		data = Map.copyOf(data);
	}

	/**
	 * Create an event of the request of the current thread.
	 * @param type what it is about
	 * @param principal whom it is about, {@code null} if nobody is known
	 * @param data more about it, by name
	 */
	public SecurityEvent(SecurityEventType type, @Nullable String principal, Map<String, String> data) {
		this(type, principal, data, null);
	}

}
