package dev.mainstay.security.event.authentication;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventLog;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Decides which authentications are told of: each that fails, each login, and of callers
 * that authenticate with every request the first in a while. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Authentications {

	private final SecurityEventLog log;

	private final RecentSuccesses recent;

	/**
	 * Create it.
	 * @param log told who has proved to have which name
	 * @param recent tells callers that come back
	 */
	public Authentications(SecurityEventLog log, RecentSuccesses recent) {
		this.log = log;
		this.recent = recent;
	}

	/**
	 * Somebody has authenticated.
	 * @param authentication who
	 * @param login whether that is a login, which is told of each time
	 * @param request the request, {@code null} if it is not known
	 * @return the event, {@code null} if there is nothing to tell
	 */
	public @Nullable SecurityEvent succeeded(Authentication authentication, boolean login,
			@Nullable RequestExchange request) {
		Caller caller = new Caller(authentication);
		String name = caller.name();
		if (!caller.isSomebody() || !this.log.enabled()) {
			return null;
		}
		if (name != null) {
			this.log.authenticated(name);
		}
		boolean isNew = this.recent.isNew(String.valueOf(name), caller.kind(), address(request));
		return (login || isNew) ? caller.authenticated(request) : null;
	}

	/**
	 * Somebody could not be authenticated.
	 * @param authentication who that was said to be
	 * @param reason why
	 * @param request the request, {@code null} if it is not known
	 * @return the event
	 */
	public SecurityEvent failed(Authentication authentication, AuthenticationException reason,
			@Nullable RequestExchange request) {
		return new Caller(authentication).notAuthenticated(reason, request);
	}

	private static String address(@Nullable RequestExchange request) {
		return (request != null) ? String.valueOf(request.start().peer().address()) : "";
	}

}
