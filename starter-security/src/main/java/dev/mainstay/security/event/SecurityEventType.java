package dev.mainstay.security.event;

import java.util.Locale;

/**
 * What a {@link SecurityEvent} is about, named as in the OWASP Logging Vocabulary Cheat
 * Sheet, so that rules for it match without a translation.
 *
 * @since 0.1.0
 */
public enum SecurityEventType {

	/** Somebody authenticated. */
	AUTHN_LOGIN_SUCCESS(Severity.INFO, false),

	/** Somebody failed to authenticate. */
	AUTHN_LOGIN_FAIL(Severity.WARN, true),

	/**
	 * Somebody failed to authenticate as often as is allowed, and is refused for a while.
	 */
	AUTHN_LOGIN_FAIL_MAX(Severity.WARN, true),

	/** Somebody was not allowed to do what was asked for. */
	AUTHZ_FAIL(Severity.CRITICAL, true),

	/** Somebody did what only an administrator may do. */
	AUTHZ_ADMIN(Severity.WARN, false),

	/** A request from another site would have changed something in a user's name. */
	MALICIOUS_CSRF(Severity.CRITICAL, true),

	/** Another site asked to read answers that it may not read. */
	MALICIOUS_CORS(Severity.CRITICAL, true),

	/** A user signed out. */
	SESSION_LOGOUT(Severity.INFO, false);

	private final Severity severity;

	private final boolean failure;

	private final String eventName = name().toLowerCase(Locale.ROOT);

	SecurityEventType(Severity severity, boolean failure) {
		this.severity = severity;
		this.failure = failure;
	}

	/**
	 * The name in the vocabulary.
	 * @return the name, such as {@code authn_login_fail}
	 */
	public String eventName() {
		return this.eventName;
	}

	/**
	 * How much it matters, by the vocabulary.
	 * @return the severity
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * Whether something was refused. A stranger can make any number of such events.
	 * @return whether it is a failure
	 */
	public boolean failure() {
		return this.failure;
	}

	/** Whether the principal is only what somebody says to be, and may be any text. */
	boolean claimed() {
		return this == AUTHN_LOGIN_FAIL || this == AUTHN_LOGIN_FAIL_MAX;
	}

	/**
	 * How much an event matters, by the vocabulary. SLF4J has nothing above
	 * {@code ERROR}, which is for failures of the service; what is critical is logged as
	 * a warning.
	 *
	 * @since 0.1.0
	 */
	public enum Severity {

		/** It is good to know. */
		INFO,

		/** Somebody should look if there are many. */
		WARN,

		/** Somebody should look. */
		CRITICAL

	}

}
