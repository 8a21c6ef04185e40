package dev.mainstay.core.request.reactive;

import java.util.List;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RefusalBody;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestIds;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Gives a body to what Netty refuses by itself, on its way out. Only where the protocol
 * is known from the beginning, which it is not for HTTP/2.
 */
@ChannelHandler.Sharable
final class NettyRefusalHandler extends ChannelOutboundHandlerAdapter {

	private static final Logger logger = LoggerFactory.getLogger(NettyRefusalHandler.class);

	private static final int LOWEST_ERROR = 400;

	private final NettyRejections rejections;

	private final AnswerHeads heads;

	private final RefusalBody body;

	NettyRefusalHandler(NettyRejections rejections, AnswerHeads heads, RefusalBody body) {
		this.rejections = rejections;
		this.heads = heads;
		this.body = body;
	}

	void addTo(ChannelPipeline pipeline) {
		if (pipeline.context(NettyPipeline.HttpTrafficHandler) != null) {
			pipeline.addBefore(NettyPipeline.HttpTrafficHandler, NettyRefusalHandler.class.getName(), this);
		}
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		Object answer = message;
		if (message instanceof FullHttpResponse response && response.status().code() >= LOWEST_ERROR
				&& !response.content().isReadable()) {
			answer = answer(context, response);
		}
		context.write(answer, promise);
	}

	private FullHttpResponse answer(ChannelHandlerContext context, FullHttpResponse response) {
		try {
			Connection operations = ChannelOperations.get(context.channel());
			Connection connection = (operations != null) ? operations : Connection.from(context.channel());
			if (NativeRequests.Netty.isReached(connection) || isHead(connection)) {
				return response;
			}
			return filled(this.rejections.refused(connection), connection, response);
		}
		catch (RuntimeException ex) {
			logger.warn("The answer to what Netty refused cannot be made as it should be", ex);
			return response;
		}
	}

	private static boolean isHead(Connection connection) {
		return connection instanceof HttpServerRequest request && HttpMethod.HEAD.equals(request.method());
	}

	private FullHttpResponse filled(RequestExchange exchange, Connection connection, FullHttpResponse response) {
		HttpServerRequest request = (connection instanceof HttpServerRequest readable) ? readable : null;
		String header = this.heads.requestIdHeader();
		if (header != null) {
			exchange
				.identify(RequestIds.acceptOrCreate((request != null) ? request.requestHeaders().get(header) : null));
		}
		RefusalBody.Body filling = this.body
			.of(new RefusalBody.Refusal(response.status().code(), accept(request), exchange));
		if (filling != null) {
			filling.headers().forEach(response.headers()::set);
		}
		this.heads.complete(exchange, new NettyHead(exchange.start(), request, response));
		if (filling == null) {
			return response;
		}
		this.rejections.answered(connection, exchange, filling.content().length);
		return replaced(response, filling.content());
	}

	private static List<String> accept(@Nullable HttpServerRequest request) {
		return (request != null) ? request.requestHeaders().getAll(HttpHeaderNames.ACCEPT) : List.of();
	}

	private static FullHttpResponse replaced(FullHttpResponse response, byte[] content) {
		FullHttpResponse filled = response.replace(Unpooled.wrappedBuffer(content));
		filled.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, content.length);
		response.release();
		return filled;
	}

}
