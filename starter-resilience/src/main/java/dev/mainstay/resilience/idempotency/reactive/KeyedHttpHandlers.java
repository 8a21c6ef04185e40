package dev.mainstay.resilience.idempotency.reactive;

import java.time.Duration;

import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.RouteRules;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Gives a request with a key a response that can record the answer, whoever writes it.
 * Costs other requests the look-up of one header.
 *
 * @since 0.1.0
 */
public final class KeyedHttpHandlers implements HttpHandlerDecoratorFactory {

	private final Idempotency idempotency;

	private final StoreThreads storeThreads;

	private final boolean enabled;

	/**
	 * Create it.
	 * @param idempotency decides what is done with a request
	 * @param storeTimeout how long a store outside of the process may take
	 * @param enabled whether it does anything
	 */
	public KeyedHttpHandlers(Idempotency idempotency, Duration storeTimeout, boolean enabled) {
		this.idempotency = idempotency;
		this.storeThreads = new StoreThreads(storeTimeout);
		this.enabled = enabled;
	}

	@Override
	public HttpHandler apply(HttpHandler handler) {
		return this.enabled ? (request, response) -> handle(handler, request, response) : handler;
	}

	private Mono<Void> handle(HttpHandler handler, ServerHttpRequest request, ServerHttpResponse response) {
		if (!request.getHeaders().containsHeader(IdempotencyHeaders.KEY)
				|| !RouteRules.mayApplyTo(request.getMethod().name())) {
			return handler.handle(request, response);
		}
		RecordingHttpResponse recording = new RecordingHttpResponse(response, this.idempotency, this.storeThreads);
		return CancelShield.around(handler.handle(request, recording), recording);
	}

}
