package dev.mainstay.security.event;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes security events to whoever listens in the application. What a listener throws
 * is logged and swallowed, as what happened is to go on as it would. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityEventPublisher {

	private static final Logger logger = LoggerFactory.getLogger(SecurityEventPublisher.class);

	private final ApplicationEventPublisher events;

	private final boolean enabled;

	/**
	 * Create it.
	 * @param events takes the events
	 * @param enabled whether anything is published
	 */
	public SecurityEventPublisher(ApplicationEventPublisher events, boolean enabled) {
		this.events = events;
		this.enabled = enabled;
	}

	/**
	 * Whether anything is published.
	 * @return whether it is switched on
	 */
	public boolean enabled() {
		return this.enabled;
	}

	/**
	 * Publish an event.
	 * @param event makes the event, {@code null} if there is nothing to publish
	 */
	public void publish(Supplier<@Nullable SecurityEvent> event) {
		try {
			SecurityEvent made = this.enabled ? event.get() : null;
			if (made != null) {
				this.events.publishEvent(made);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("A security event cannot be made, or a listener failed on it", ex);
		}
	}

}
