package dev.mainstay.security.event.metrics;

import dev.mainstay.security.event.SecurityEventLog;
import dev.mainstay.security.event.SecurityEventType;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows how many security events there were: the meters of {@link SecurityEventMeters},
 * at 0 before the first event. Bound by Micrometer to each registry of the application.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityEventMetrics implements MeterBinder {

	private final SecurityEventLog log;

	/**
	 * Create it.
	 * @param log counts the events
	 */
	public SecurityEventMetrics(SecurityEventLog log) {
		this.log = log;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		if (!this.log.enabled()) {
			return;
		}
		for (SecurityEventType type : SecurityEventType.values()) {
			FunctionCounter.builder(SecurityEventMeters.EVENTS.getName(), this.log, (it) -> it.count(type))
				.description(SecurityEventMeters.EVENTS.description())
				.tag(SecurityEventMeters.Tags.EVENT.asString(), type.eventName())
				.register(registry);
		}
	}

}
