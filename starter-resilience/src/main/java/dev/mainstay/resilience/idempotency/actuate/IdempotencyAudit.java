package dev.mainstay.resilience.idempotency.actuate;

import java.security.Principal;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells who changed a record by hand, or tried to, as an event in the log and as one of
 * Spring Boot's audit events. Thread-safe.
 *
 * @since 0.1.0
 */
public final class IdempotencyAudit {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER_NAME = "mainstay.audit";

	/**
	 * The type of the audit events.
	 */
	public static final String TYPE = "IDEMPOTENCY_RECORD_CHANGED";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER_NAME);

	private static final String NOBODY = "anonymous";

	private final ApplicationEventPublisher events;

	/**
	 * Create it.
	 * @param events takes the audit events
	 */
	public IdempotencyAudit(ApplicationEventPublisher events) {
		this.events = events;
	}

	/** Afterwards, so that it says what came of it. */
	void changed(String recordKey, String action, String result, @Nullable Principal who) {
		String user = (who != null) ? who.getName() : NOBODY;
		logger.atWarn()
			.addKeyValue("user", user)
			.addKeyValue("record", recordKey)
			.log("Idempotency record {}: {} by hand, asked for by {}: {}", recordKey, action, user, result);
		this.events.publishEvent(new AuditApplicationEvent(
				new AuditEvent(user, TYPE, Map.of("record", recordKey, "action", action, "result", result))));
	}

}
