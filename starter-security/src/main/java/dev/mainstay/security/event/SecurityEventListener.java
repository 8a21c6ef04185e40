package dev.mainstay.security.event;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Logs the security events that are published in the application, and hands them to what
 * keeps Spring Boot's audit events. Thread-safe; never throws, as what happened is to go
 * on as it would.
 *
 * @since 0.1.0
 */
public final class SecurityEventListener implements ApplicationListener<PayloadApplicationEvent<SecurityEvent>> {

	private final SecurityEventLog log;

	private final @Nullable ApplicationEventPublisher audit;

	/**
	 * Create a listener.
	 * @param log logs the events
	 * @param audit takes Spring Boot's audit events, {@code null} if there are none
	 */
	public SecurityEventListener(SecurityEventLog log, @Nullable ApplicationEventPublisher audit) {
		this.log = log;
		this.audit = audit;
	}

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<SecurityEvent> event) {
		ToldEvent told = this.log.tell(event.getPayload());
		if (told != null && this.audit != null) {
			AuditTrail.publish(told, this.audit);
		}
	}

}
