package dev.mainstay.security.event.authentication.reactive;

import dev.mainstay.security.event.SecurityEventPublisher;
import dev.mainstay.security.event.authentication.Caller;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authorization.AuthorizationObservationContext;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells of callers that a chain of Spring Security does not let through on WebFlux, where
 * it publishes no events but has its authorization manager observed. Who is not known is
 * asked to say so, which is no event. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
public final class ObservedAuthorizations implements ObservationHandler<AuthorizationObservationContext<?>> {

	private static final Logger logger = LoggerFactory.getLogger(ObservedAuthorizations.class);

	private final SecurityEventPublisher events;

	/**
	 * Create the handler.
	 * @param events publishes the events
	 */
	public ObservedAuthorizations(SecurityEventPublisher events) {
		this.events = events;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return this.events.enabled() && context instanceof AuthorizationObservationContext<?> observed
				&& observed.getObject() instanceof ServerWebExchange;
	}

	@Override
	public void onStop(AuthorizationObservationContext<?> context) {
		AuthorizationResult result = context.getAuthorizationResult();
		if (result == null || result.isGranted() || !(context.getObject() instanceof ServerWebExchange exchange)) {
			return;
		}
		try {
			Caller caller = new Caller(context.getAuthentication());
			ObservedRequest request = ObservedRequest.of(exchange);
			if (caller.isSomebody() && !request.isTold()) {
				request.told();
				this.events.publish(() -> caller.denied("access-denied", request.exchange()));
			}
		}
		catch (RuntimeException ex) {
			logger.warn("A denied request cannot be told of", ex);
		}
	}

}
