package dev.mainstay.security.event;

import java.util.HashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Hands an event, as it is told, to the application's {@code AuditEventRepository} and to
 * whoever else listens. A repository may be a database that does not answer.
 */
final class AuditTrail {

	private static final Logger logger = LoggerFactory.getLogger(AuditTrail.class);

	private static final String NOBODY = "anonymous";

	private AuditTrail() {
	}

	static void publish(ToldEvent event, ApplicationEventPublisher events) {
		String principal = (event.principal() != null) ? event.principal().toString() : NOBODY;
		try {
			events.publishEvent(new AuditApplicationEvent(
					new AuditEvent(principal, event.type().name(), new HashMap<>(event.fields()))));
		}
		catch (RuntimeException ex) {
			logger.warn("A security event cannot be audited: {}", event.type().eventName(), ex);
		}
	}

}
