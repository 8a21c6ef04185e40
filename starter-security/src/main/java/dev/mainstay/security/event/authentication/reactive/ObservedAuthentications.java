package dev.mainstay.security.event.authentication.reactive;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.security.event.SecurityEvent;
import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.authentication.Authentications;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationObservationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Tells of authentications on WebFlux, where Spring Security publishes no events but has
 * its authentication manager observed. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
public final class ObservedAuthentications implements ObservationHandler<AuthenticationObservationContext> {

	private static final Logger logger = LoggerFactory.getLogger(ObservedAuthentications.class);

	private final Authentications authentications;

	private final SecurityEventPublisher events;

	/**
	 * Create the handler.
	 * @param authentications decides which are told of
	 * @param events publishes the events
	 */
	public ObservedAuthentications(Authentications authentications, SecurityEventPublisher events) {
		this.authentications = authentications;
		this.events = events;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.events.enabled() && context instanceof AuthenticationObservationContext;
	}

	@Override
	public void onStop(AuthenticationObservationContext context) {
		try {
			tell(context, ObservedRequest.of(context));
		}
		catch (RuntimeException ex) {
			logger.warn("An authentication cannot be told of", ex);
		}
	}

	private void tell(AuthenticationObservationContext context, @Nullable ObservedRequest request) {
		SecurityEvent event = event(context, request);
		if (event != null) {
			if (request != null && event.type().failure()) {
				request.told();
			}
			this.events.publish(() -> event);
		}
	}

	private @Nullable SecurityEvent event(AuthenticationObservationContext context, @Nullable ObservedRequest request) {
		RequestExchange exchange = (request != null) ? request.exchange() : null;
		Authentication result = context.getAuthenticationResult();
		if (result != null) {
			return this.authentications.succeeded(result, isLogin(result, request), exchange);
		}
		Authentication claimed = context.getAuthenticationRequest();
		return (context.getError() instanceof AuthenticationException reason && claimed != null)
				? this.authentications.failed(claimed, reason, exchange) : null;
	}

	/** A name and a password that do not come with every request come from a form. */
	private static boolean isLogin(Authentication result, @Nullable ObservedRequest request) {
		return result instanceof UsernamePasswordAuthenticationToken && request != null
				&& request.authorization() == null;
	}

}
