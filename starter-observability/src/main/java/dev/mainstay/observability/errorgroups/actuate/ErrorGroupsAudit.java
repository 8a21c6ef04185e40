package dev.mainstay.observability.errorgroups.actuate;

import java.util.Map;

import dev.mainstay.observability.errorgroups.ErrorGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells who said what of a group, as an event in the log and as one of Spring Boot's
 * audit events. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ErrorGroupsAudit {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER_NAME = "mainstay.audit";

	/**
	 * The type of the audit events.
	 */
	public static final String TYPE = "ERROR_GROUP_CHANGED";

	static final String NOBODY = "anonymous";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER_NAME);

	private final ApplicationEventPublisher events;

	/**
	 * Create it.
	 * @param events takes the audit events
	 */
	public ErrorGroupsAudit(ApplicationEventPublisher events) {
		this.events = events;
	}

	void changed(ErrorGroup group, String user) {
		String state = ErrorGroupsEndpoint.word(group.state());
		logger.atInfo()
			.addKeyValue("user", user)
			.addKeyValue("group", group.fingerprint())
			.log("Error group {} is {}, says {}", group.fingerprint(), state, user);
		this.events.publishEvent(new AuditApplicationEvent(
				new AuditEvent(user, TYPE, Map.of("group", group.fingerprint(), "state", state))));
	}

}
