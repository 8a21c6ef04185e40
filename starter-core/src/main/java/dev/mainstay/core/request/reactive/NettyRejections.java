package dev.mainstay.core.request.reactive;

import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestEnd;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.core.request.RequestStart;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerState;

/**
 * Ends the requests that Netty answers by itself: those that it cannot read, and those
 * whose target is no URI. Thread-safe.
 *
 * @since 0.1.0
 */
public final class NettyRejections implements ConnectionObserver {

	private static final Logger logger = LoggerFactory.getLogger(NettyRejections.class);

	/** What Netty puts in the place of a request line that it could not read. */
	private static final String UNREADABLE = "/bad-request";

	private static final int BAD_REQUEST = 400;

	private static final AttributeKey<Boolean> GONE = AttributeKey.valueOf(NettyRejections.class, "GONE");

	private final RequestLifecycle lifecycle;

	/**
	 * Create the observer.
	 * @param lifecycle the lifecycle
	 */
	public NettyRejections(RequestLifecycle lifecycle) {
		this.lifecycle = lifecycle;
	}

	/**
	 * Observe a server.
	 * @param server the server
	 * @return the same server, observed
	 */
	public HttpServer observe(HttpServer server) {
		return server.childObserve(this)
			.doOnChannelInit((observer, channel, address) -> channel.pipeline().addFirst(new GoneHandler()));
	}

	@Override
	public void onStateChange(Connection connection, State state) {
		try {
			if (isEnd(connection, state) && !NativeRequests.Netty.hasReached(connection)) {
				end(connection);
			}
		}
		catch (RuntimeException ex) {
			logger.warn("Cannot tell how a request ended", ex);
		}
	}

	/**
	 * Half a request is none: nobody is there any more to be answered. What could be read
	 * as a request at all is disconnected from its channel at its end.
	 */
	private static boolean isEnd(Connection connection, State state) {
		boolean isRequest = connection instanceof HttpServerRequest;
		return !connection.channel().hasAttr(GONE)
				&& (isRequest ? state == State.DISCONNECTING : state == HttpServerState.REQUEST_DECODING_FAILED);
	}

	private void end(Connection connection) {
		HttpServerRequest request = (connection instanceof HttpServerRequest readable) ? readable : null;
		boolean readable = request != null && !UNREADABLE.equals(request.uri());
		Peer peer = (request != null) ? peer(request) : NativeRequests.Netty.peer(connection);
		int status = (connection instanceof HttpServerResponse answer) ? answer.status().code() : BAD_REQUEST;
		RequestExchange exchange = this.lifecycle
			.begin(new RequestStart((readable && request != null) ? request.method().name() : null,
					(readable && request != null) ? path(request.uri()) : null, peer, RequestOrigin.CONTAINER,
					System.nanoTime()));
		if (status >= BAD_REQUEST) {
			exchange.ending(RequestOutcome.REJECTED);
		}
		exchange.complete(new RequestEnd(status, false, -1, 0));
	}

	private static Peer peer(HttpServerRequest request) {
		return NativeRequests.Netty.peer(request, request.requestHeaders().names(),
				(name) -> request.requestHeaders().getAll(name));
	}

	private static @Nullable String path(String uri) {
		int query = uri.indexOf('?');
		return (query < 0) ? uri : uri.substring(0, query);
	}

	/**
	 * Notes that the connection is closed before the decoder complains of what is missing
	 * then.
	 */
	private static final class GoneHandler extends ChannelInboundHandlerAdapter {

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			context.channel().attr(GONE).set(Boolean.TRUE);
			context.fireChannelInactive();
		}

	}

}
