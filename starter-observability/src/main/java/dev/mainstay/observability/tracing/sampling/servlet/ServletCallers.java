package dev.mainstay.observability.tracing.sampling.servlet;

import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.observability.tracing.sampling.Callers;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Knows the sender of a servlet request by its exchange, because the address of the
 * request may already be that which a header claims. Stateless.
 *
 * @since 0.1.0
 */
public final class ServletCallers implements Callers {

	@Override
	public boolean know(Object carrier) {
		return carrier instanceof ServletRequest;
	}

	@Override
	public @Nullable String address(Object carrier) {
		Object exchange = ((ServletRequest) carrier).getAttribute(RequestExchange.ATTRIBUTE);
		return (exchange instanceof RequestExchange known) ? known.start().peer().address() : null;
	}

}
