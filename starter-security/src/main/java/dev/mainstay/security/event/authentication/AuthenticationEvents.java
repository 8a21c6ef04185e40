package dev.mainstay.security.event.authentication;

import java.util.Map;

import dev.mainstay.security.event.CurrentRequest;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventLog;
import dev.mainstay.security.event.SecurityEventType;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.authentication.switchuser.AuthenticationSwitchUserEvent;

/**
 * Logs what Spring Security publishes of authentications, on the servlet stack. Spring
 * Boot audits these events by itself, so they are logged only. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AuthenticationEvents implements ApplicationListener<AbstractAuthenticationEvent> {

	private final SecurityEventLog log;

	private final Authentications authentications;

	/**
	 * Create the listener.
	 * @param log logs the events
	 * @param authentications decides which are logged
	 */
	public AuthenticationEvents(SecurityEventLog log, Authentications authentications) {
		this.log = log;
		this.authentications = authentications;
	}

	@Override
	public void onApplicationEvent(AbstractAuthenticationEvent event) {
		this.log.log(() -> told(event));
	}

	private @Nullable SecurityEvent told(AbstractAuthenticationEvent event) {
		Authentication authentication = event.getAuthentication();
		if (event instanceof AbstractAuthenticationFailureEvent failure) {
			return this.authentications.failed(authentication, failure.getException(), null);
		}
		if (event instanceof AuthenticationSuccessEvent) {
			return this.authentications.succeeded(authentication, false, CurrentRequest.exchange());
		}
		if (event instanceof InteractiveAuthenticationSuccessEvent interactive) {
			return interactive(authentication, isLogin(interactive));
		}
		if (event instanceof LogoutSuccessEvent) {
			return new SecurityEvent(SecurityEventType.SESSION_LOGOUT, new Caller(authentication).name(), Map.of());
		}
		return (event instanceof AuthenticationSwitchUserEvent switched) ? switched(authentication, switched) : null;
	}

	/** Follows the event of the same authentication, which may have been told. */
	private @Nullable SecurityEvent interactive(Authentication authentication, boolean login) {
		SecurityEvent event = this.authentications.succeeded(authentication, login, CurrentRequest.exchange());
		return CurrentRequest.hasTold(SecurityEventType.AUTHN_LOGIN_SUCCESS) ? null : event;
	}

	/** A certificate or a header of a proxy comes with every request. */
	private static boolean isLogin(InteractiveAuthenticationSuccessEvent event) {
		return !AbstractPreAuthenticatedProcessingFilter.class.isAssignableFrom(event.getGeneratedBy());
	}

	private static SecurityEvent switched(Authentication authentication, AuthenticationSwitchUserEvent event) {
		UserDetails target = event.getTargetUser();
		Map<String, String> data = (target != null)
				? Map.of("reason", "switch-user", "user.target.name", target.getUsername())
				: Map.of("reason", "switch-user");
		return new SecurityEvent(SecurityEventType.AUTHZ_ADMIN, new Caller(authentication).name(), data);
	}

}
