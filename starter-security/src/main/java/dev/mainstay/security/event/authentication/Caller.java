package dev.mainstay.security.event.authentication;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventType;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Whom Spring Security decides about. Never tells what somebody authenticates with.
 *
 * @param authentication what is known of the caller
 * @since 0.1.0
 */
public record Caller(@Nullable Authentication authentication) {

	/** To tell which users there are would help whoever looks for one. */
	private static final Set<String> UNKNOWN = Set.of("UsernameNotFoundException", "BadCredentialsException");

	private static final String BAD_CREDENTIALS = "bad-credentials";

	/**
	 * Whether somebody is known to call.
	 * @return whether somebody is
	 */
	public boolean isSomebody() {
		return this.authentication != null && !(this.authentication instanceof AnonymousAuthenticationToken);
	}

	/**
	 * The name of the caller. Some kinds of credentials, such as bearer tokens, are their
	 * own principal as long as nobody has looked at them.
	 * @return the name, {@code null} if there is none
	 */
	public @Nullable String name() {
		if (this.authentication == null) {
			return null;
		}
		String name = this.authentication.getName();
		Object credentials = this.authentication.getCredentials();
		boolean secret = name == null || name.isEmpty() || (credentials != null && name.equals(credentials.toString()));
		return secret ? null : name;
	}

	/**
	 * How the caller authenticates.
	 * @return such as {@code username-password}
	 */
	String kind() {
		return (this.authentication != null) ? kebab(this.authentication.getClass(), "AuthenticationToken", "Token")
				: "unknown";
	}

	/**
	 * The caller has authenticated.
	 * @param request the request, {@code null} if it is that of the thread
	 * @return the event
	 */
	SecurityEvent authenticated(@Nullable RequestExchange request) {
		return event(SecurityEventType.AUTHN_LOGIN_SUCCESS, null, request);
	}

	/**
	 * The caller could not be authenticated.
	 * @param reason why
	 * @param request the request, {@code null} if it is that of the thread
	 * @return the event
	 */
	SecurityEvent notAuthenticated(AuthenticationException reason, @Nullable RequestExchange request) {
		String told = UNKNOWN.contains(reason.getClass().getSimpleName()) ? BAD_CREDENTIALS
				: kebab(reason.getClass(), "Exception");
		return event(SecurityEventType.AUTHN_LOGIN_FAIL, told, request);
	}

	/**
	 * The caller may not do what was asked for.
	 * @param reason how that became known
	 * @param request the request, {@code null} if it is that of the thread
	 * @return the event
	 */
	public SecurityEvent denied(String reason, @Nullable RequestExchange request) {
		return event(SecurityEventType.AUTHZ_FAIL, reason, request);
	}

	private SecurityEvent event(SecurityEventType type, @Nullable String reason, @Nullable RequestExchange request) {
		Map<String, String> data = new HashMap<>();
		data.put("authentication", kind());
		if (reason != null) {
			data.put("reason", reason);
		}
		return new SecurityEvent(type, name(), data, request);
	}

	private static String kebab(Class<?> type, String... endings) {
		String name = type.getSimpleName();
		for (String ending : endings) {
			if (name.endsWith(ending) && name.length() > ending.length()) {
				name = name.substring(0, name.length() - ending.length());
			}
		}
		return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

}
