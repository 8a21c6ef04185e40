package dev.mainstay.security.management;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.mainstay.core.management.AccessOutcome;
import dev.mainstay.core.management.ManagementAccessListener;
import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventType;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what an audit has to know of access to the guarded management endpoints. Not
 * among it: what is only read, callers without credentials, whom anybody could make
 * without end, and what a peer tries while it is refused anyway. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ManagementAccessEvents implements ManagementAccessListener {

	private final ApplicationEventPublisher publisher;

	/**
	 * Create the listener.
	 * @param publisher publishes the events
	 */
	public ManagementAccessEvents(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void decided(AccessOutcome outcome, ManagementCall call) {
		switch (outcome) {
			case WRONG_SECRET -> publish(SecurityEventType.AUTHN_LOGIN_FAIL, call, "wrong token");
			case LIMIT_REACHED -> publish(SecurityEventType.AUTHN_LOGIN_FAIL_MAX, call, "too many wrong tokens");
			case FORBIDDEN -> publish(SecurityEventType.AUTHZ_FAIL, call, "no policy admits the user");
			case READ_ONLY -> publish(SecurityEventType.AUTHZ_FAIL, call, "read-only");
			case WRITE -> publish(SecurityEventType.AUTHZ_ADMIN, call, null);
			case READ, ANONYMOUS, LIMITED -> {
			}
		}
	}

	private void publish(SecurityEventType type, ManagementCall call, @Nullable String reason) {
		Map<String, String> data = new LinkedHashMap<>();
		data.put("endpoint", call.endpoint());
		data.put("method", call.method());
		put(data, "peer", call.peer().address());
		put(data, "reason", reason);
		Principal principal = call.principal();
		this.publisher.publishEvent(
				new SecurityEvent(type, (principal != null) ? principal.getName() : null, data, call.exchange()));
	}

	private static void put(Map<String, String> data, String name, @Nullable String value) {
		if (value != null) {
			data.put(name, value);
		}
	}

}
