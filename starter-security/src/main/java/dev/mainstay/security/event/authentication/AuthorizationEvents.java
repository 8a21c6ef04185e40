package dev.mainstay.security.event.authentication;

import java.util.function.Supplier;

import dev.mainstay.security.event.CurrentRequest;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventLog;
import dev.mainstay.security.event.SecurityEventType;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.authorization.event.AuthorizationEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Logs what Spring Security publishes of callers that may not do something: one event for
 * each request. Who is not known is asked to say so, which is no event. Spring Boot
 * audits these events by itself, so they are logged only. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AuthorizationEvents implements ApplicationListener<AuthorizationEvent> {

	private final SecurityEventLog log;

	/**
	 * Create the listener.
	 * @param log logs the events
	 */
	public AuthorizationEvents(SecurityEventLog log) {
		this.log = log;
	}

	@Override
	public void onApplicationEvent(AuthorizationEvent event) {
		if (event instanceof AuthorizationDeniedEvent<?> && !CurrentRequest.hasTold(SecurityEventType.AUTHZ_FAIL)) {
			this.log.log(() -> denied(caller(event.getAuthentication())));
		}
	}

	private static @Nullable SecurityEvent denied(Caller caller) {
		return caller.isSomebody() ? caller.denied("access-denied", null) : null;
	}

	private static Caller caller(Supplier<? extends Authentication> authentication) {
		try {
			return new Caller(authentication.get());
		}
		catch (AuthenticationException ex) {
			return new Caller(null);
		}
	}

}
