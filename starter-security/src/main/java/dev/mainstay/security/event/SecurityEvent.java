package dev.mainstay.security.event;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened and matters to security. Published as an application event by
 * whoever saw it; logged and kept by whoever listens. Never holds a secret, a token, a
 * session's id or a password. Immutable.
 *
 * @param type what it is about
 * @param principal whom it is about, {@code null} if nobody is known
 * @param data more about it, by name: what an operator needs to act on it
 * @since 0.1.0
 */
public record SecurityEvent(SecurityEventType type, @Nullable String principal, Map<String, String> data) {

	/**
	 * Create an event.
	 */
	public SecurityEvent {
		data = Map.copyOf(data);
	}

}
