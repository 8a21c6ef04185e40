package dev.mainstay.observability.tracing.sampling.reactive;

import dev.mainstay.core.request.reactive.SocketAddresses;
import dev.mainstay.observability.tracing.sampling.Callers;
import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Knows the sender of a WebFlux request by the connection of the server, because the
 * address of the request may already be that which a header claims, and its exchange is
 * not at hand where the trace is read. Stateless.
 *
 * @since 0.1.0
 */
public final class ReactiveCallers implements Callers {

	@Override
	public boolean know(Object carrier) {
		return carrier instanceof ServerHttpRequest;
	}

	@Override
	public @Nullable String address(Object carrier) {
		return SocketAddresses.remoteOf((ServerHttpRequest) carrier);
	}

}
