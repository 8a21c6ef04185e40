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
	AUTHN_LOGIN_SUCCESS,

	/** Somebody failed to authenticate. */
	AUTHN_LOGIN_FAIL,

	/**
	 * Somebody failed to authenticate as often as is allowed, and is refused for a while.
	 */
	AUTHN_LOGIN_FAIL_MAX,

	/** Somebody was not allowed to do what was asked for. */
	AUTHZ_FAIL,

	/** Somebody did what only an administrator may do. */
	AUTHZ_ADMIN,

	/** A request from another site would have changed something in a user's name. */
	MALICIOUS_CSRF,

	/** Another site asked to read answers that it may not read. */
	MALICIOUS_CORS,

	/** A user signed out. */
	SESSION_LOGOUT;

	private final String eventName = name().toLowerCase(Locale.ROOT);

	/**
	 * The name in the vocabulary.
	 * @return the name, such as {@code authn_login_fail}
	 */
	public String eventName() {
		return this.eventName;
	}

}
