package dev.mainstay.core.request.reactive;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.ClientAbort;
import dev.mainstay.core.request.RequestEnd;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestIdThreadLocalAccessor;
import dev.mainstay.core.request.RequestIds;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Begins an exchange when a request reaches the application, and ends it when the server
 * is done with the answer.
 */
final class LifecycleHttpHandler implements HttpHandler {

	static final int SWITCHING_PROTOCOLS = 101;

	private static final int INTERNAL_SERVER_ERROR = 500;

	private final HttpHandler delegate;

	private final RequestLifecycle lifecycle;

	private final AnswerHeads heads;

	private final RequestOrigin origin;

	LifecycleHttpHandler(HttpHandler delegate, RequestLifecycle lifecycle, AnswerHeads heads, RequestOrigin origin) {
		this.delegate = delegate;
		this.lifecycle = lifecycle;
		this.heads = heads;
		this.origin = origin;
	}

	/** On a separate management port there are two of us, and the outer one begins. */
	@Override
	public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
		if (response instanceof WatchedServerResponse || response instanceof WatchedZeroCopyResponse) {
			return this.delegate.handle(request, response);
		}
		RequestExchange exchange = begin(request);
		WatchedServerResponse watched = new WatchedServerResponse(exchange, this.heads, request, response);
		ServerHttpResponse outermost = (response instanceof ZeroCopyHttpOutputMessage files)
				? new WatchedZeroCopyResponse(watched, files) : watched;
		long requestBytes = requestBytes(request.getHeaders());
		return Mono.defer(() -> this.delegate.handle(request, outermost))
			.doOnSuccess((nothing) -> end(exchange, watched, requestBytes, NativeRequests.isUpgraded(request)))
			.doOnError((ex) -> fail(exchange, watched, requestBytes, ex))
			.doOnCancel(() -> exchange
				.complete(new RequestEnd(exchange.committedStatus(), true, requestBytes, watched.written())))
			.contextWrite((context) -> withIdentity(context, exchange));
	}

	private RequestExchange begin(ServerHttpRequest request) {
		RequestExchange exchange = this.lifecycle.begin(new RequestStart(request.getMethod().name(),
				request.getURI().getRawPath(), NativeRequests.peer(request), this.origin, System.nanoTime()));
		NativeRequests.reached(request);
		String header = this.heads.requestIdHeader();
		if (header != null) {
			exchange.identify(RequestIds.acceptOrCreate(request.getHeaders().getFirst(header)));
		}
		return exchange;
	}

	private static long requestBytes(HttpHeaders headers) {
		boolean unknown = headers.getContentLength() < 0 && headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
		return unknown ? -1 : Math.max(0, headers.getContentLength());
	}

	private static Context withIdentity(Context context, RequestExchange exchange) {
		String requestId = exchange.requestId();
		Context withExchange = context.put(RequestExchange.ATTRIBUTE, exchange);
		return (requestId != null) ? withExchange.put(RequestIdThreadLocalAccessor.KEY, requestId) : withExchange;
	}

	private static void fail(RequestExchange exchange, WatchedServerResponse response, long requestBytes,
			Throwable failure) {
		boolean aborted = response.isAborted() || ClientAbort.isCauseOf(failure);
		if (!aborted) {
			exchange.failed(failure);
		}
		exchange.complete(
				new RequestEnd(aborted ? null : INTERNAL_SERVER_ERROR, aborted, requestBytes, response.written()));
	}

	private static void end(RequestExchange exchange, WatchedServerResponse response, long requestBytes,
			boolean upgraded) {
		int status = upgraded ? SWITCHING_PROTOCOLS : response.status();
		exchange.complete(new RequestEnd(status, response.isAborted(), requestBytes, response.written()));
	}

}
