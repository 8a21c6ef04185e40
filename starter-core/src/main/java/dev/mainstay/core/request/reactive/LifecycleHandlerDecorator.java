package dev.mainstay.core.request.reactive;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;

import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;

/**
 * Puts the request lifecycle around all that an application does with a request.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class LifecycleHandlerDecorator implements HttpHandlerDecoratorFactory, Ordered {

	private final RequestLifecycle lifecycle;

	private final AnswerHeads heads;

	private final RequestOrigin origin;

	/**
	 * Create the decorator.
	 * @param lifecycle the lifecycle
	 * @param heads completes the heads of answers
	 * @param origin whose requests come to this server unless they turn out to be
	 * somebody else's
	 */
	public LifecycleHandlerDecorator(RequestLifecycle lifecycle, AnswerHeads heads, RequestOrigin origin) {
		this.lifecycle = lifecycle;
		this.heads = heads;
		this.origin = origin;
	}

	@Override
	public HttpHandler apply(HttpHandler handler) {
		return new LifecycleHttpHandler(handler, this.lifecycle, this.heads, this.origin);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
