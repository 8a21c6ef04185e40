package dev.mainstay.observability.logging.level;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells who changed a log level, as an event in the log and as one of Spring Boot's audit
 * events. Thread-safe.
 *
 * @since 0.1.0
 */
public final class LevelAudit {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER_NAME = "mainstay.audit";

	/**
	 * The type of the audit events.
	 */
	public static final String TYPE = "LOG_LEVEL_CHANGED";

	private static final Logger logger = LoggerFactory.getLogger(LOGGER_NAME);

	private static final String NOBODY = "anonymous";

	private static final String TIMER = "mainstay";

	private static final String INHERITED = "inherited";

	private final ApplicationEventPublisher events;

	/**
	 * Create it.
	 * @param events takes the audit events
	 */
	public LevelAudit(ApplicationEventPublisher events) {
		this.events = events;
	}

	/** Before it happens: afterwards the log may be off. */
	void changed(LevelChange change, @Nullable LogLevel before, @Nullable String user) {
		Duration ttl = change.ttl();
		String end = (ttl != null) ? " for " + ttl.toSeconds() + " s" : "";
		Map<String, @Nullable Object> data = data(change.name(), change.level());
		data.put("previous", nameOf(before));
		if (ttl != null) {
			data.put("ttl", ttl.toString());
		}
		tell("Log level of {} changes from {} to {}" + end + ", asked for by {}", (user != null) ? user : NOBODY, data);
	}

	void reverted(String name, @Nullable LogLevel level) {
		Map<String, @Nullable Object> data = data(name, level);
		data.put("previous", "one that was set for a while");
		tell("Log level of {} changes back from {} to {}, by {}", TIMER, data);
	}

	private static Map<String, @Nullable Object> data(String name, @Nullable LogLevel level) {
		Map<String, @Nullable Object> data = new HashMap<>();
		data.put("logger", name);
		data.put("level", nameOf(level));
		return data;
	}

	private static String nameOf(@Nullable LogLevel level) {
		return (level != null) ? level.name() : INHERITED;
	}

	private void tell(String message, String user, Map<String, @Nullable Object> data) {
		logger.atInfo()
			.addKeyValue("user", user)
			.addKeyValue("logger", data.get("logger"))
			.addKeyValue("level", data.get("level"))
			.log(message, data.get("logger"), data.get("previous"), data.get("level"), user);
		this.events.publishEvent(new AuditApplicationEvent(new AuditEvent(user, TYPE, data)));
	}

}
