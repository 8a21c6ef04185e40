package dev.mainstay.core.request.reactive;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.HeaderNames;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestEnd;
import dev.mainstay.core.request.RefusalBody;
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

	private static final AttributeKey<Refused> REFUSED = AttributeKey.valueOf(NettyRejections.class, "REFUSED");

	private final RequestLifecycle lifecycle;

	private final @Nullable NettyRefusalHandler refusals;

	/**
	 * Create the observer.
	 * @param lifecycle the lifecycle
	 * @param heads completes the heads of the answers
	 * @param body gives them a body, {@code null} if they stay as they are
	 */
	public NettyRejections(RequestLifecycle lifecycle, AnswerHeads heads, @Nullable RefusalBody body) {
		this.lifecycle = lifecycle;
		this.refusals = (body != null) ? new NettyRefusalHandler(this, heads, body) : null;
	}

	/**
	 * Observe a server.
	 * @param server the server
	 * @return the same server, observed
	 */
	public HttpServer observe(HttpServer server) {
		NettyRefusalHandler answering = this.refusals;
		return server.childObserve(this).doOnChannelInit((observer, channel, address) -> {
			channel.pipeline().addFirst(new GoneHandler());
			if (answering != null) {
				answering.addTo(channel.pipeline());
			}
		});
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
		Refused refused = connection.channel().attr(REFUSED).getAndSet(null);
		RequestExchange exchange = (refused != null) ? refused.exchange() : begin(connection);
		int status = (connection instanceof HttpServerResponse answer) ? answer.status().code() : BAD_REQUEST;
		if (status >= BAD_REQUEST) {
			exchange.ending(RequestOutcome.REJECTED);
		}
		exchange.complete(new RequestEnd(status, false, -1, (refused != null) ? refused.bytes() : 0));
	}

	/** Called when the answer is about to be made, which is before the end. */
	RequestExchange refused(Connection connection) {
		RequestExchange exchange = begin(connection);
		answered(connection, exchange, 0);
		return exchange;
	}

	/** Called when the answer is about to be sent. */
	void answered(Connection connection, RequestExchange exchange, long bytes) {
		connection.channel().attr(REFUSED).set(new Refused(exchange, bytes));
	}

	private RequestExchange begin(Connection connection) {
		HttpServerRequest request = (connection instanceof HttpServerRequest some) ? some : null;
		boolean readable = request != null && !UNREADABLE.equals(request.uri());
		Peer peer = (request != null) ? peer(request) : NativeRequests.Netty.peer(connection);
		return this.lifecycle.begin(new RequestStart((readable && request != null) ? request.method().name() : null,
				(readable && request != null) ? path(request.uri()) : null, peer, RequestOrigin.CONTAINER,
				System.nanoTime()));
	}

	private static Peer peer(HttpServerRequest request) {
		return NativeRequests.Netty.peer(request, HeaderNames.of(request.requestHeaders().names()),
				(name) -> request.requestHeaders().getAll(name));
	}

	private static @Nullable String path(String uri) {
		int query = uri.indexOf('?');
		return (query < 0) ? uri : uri.substring(0, query);
	}

	private record Refused(RequestExchange exchange, long bytes) {

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
