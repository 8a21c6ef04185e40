package dev.mainstay.core.request.reactive;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import dev.mainstay.core.request.HeaderNames;
import dev.mainstay.core.request.Peer;
import io.netty.util.AttributeKey;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.http.HttpInfos;
import reactor.netty.http.server.ConnectionInformation;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.ClassUtils;

/**
 * Asks the server's own request for what WebFlux does not tell.
 */
final class NativeRequests {

	private static final boolean NETTY = ClassUtils.isPresent("reactor.netty.http.server.HttpServerRequest",
			NativeRequests.class.getClassLoader());

	private NativeRequests() {
	}

	/** Where the server may have replaced the address already, it is not known. */
	static Peer peer(ServerHttpRequest request) {
		HttpHeaders headers = request.getHeaders();
		Function<String, Collection<String>> values = (name) -> headers.getOrEmpty(name);
		Object nativeRequest = nativeOf(request);
		return (nativeRequest != null) ? Netty.peer(nativeRequest, HeaderNames.of(headers.headerNames()), values)
				: Peer.of(null, null, HeaderNames.of(headers.headerNames()), values);
	}

	static @Nullable String remoteAddress(ServerHttpRequest request) {
		Object nativeRequest = nativeOf(request);
		return (nativeRequest != null) ? Netty.remoteAddress(nativeRequest) : null;
	}

	/** Called when a request has reached the application. */
	static void reached(ServerHttpRequest request) {
		Object nativeRequest = nativeOf(request);
		if (nativeRequest != null) {
			Netty.reached(nativeRequest);
		}
	}

	/** Called when a request has ended: an upgrade leaves its status nowhere. */
	static boolean isUpgraded(ServerHttpRequest request) {
		Object nativeRequest = nativeOf(request);
		return nativeRequest != null && Netty.isUpgraded(nativeRequest);
	}

	/** Null without Netty, and for a mock, which throws where there is none. */
	private static @Nullable Object nativeOf(ServerHttpRequest request) {
		try {
			return NETTY ? ServerHttpRequestDecorator.getNativeRequest(request) : null;
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return null;
		}
	}

	/**
	 * Keeps the classes of Netty away from a server without it.
	 */
	static final class Netty {

		private static final AttributeKey<Object> REACHED = AttributeKey.valueOf(NativeRequests.class, "REACHED");

		private Netty() {
		}

		static Peer peer(Object request, HeaderNames names, Function<String, Collection<String>> values) {
			if (request instanceof ConnectionInformation connection) {
				return Peer.of(address(connection.connectionRemoteAddress()),
						address(connection.connectionHostAddress()), names, values);
			}
			return Peer.of(null, null, names, values);
		}

		static @Nullable String remoteAddress(Object request) {
			return (request instanceof ConnectionInformation connection) ? address(connection.connectionRemoteAddress())
					: null;
		}

		private static @Nullable String address(@Nullable SocketAddress address) {
			return (address instanceof InetSocketAddress inet && inet.getAddress() != null)
					? inet.getAddress().getHostAddress() : null;
		}

		static void reached(Object request) {
			if (request instanceof Connection connection) {
				connection.channel().attr(REACHED).set(connection);
			}
		}

		/** Whether the application has a request, and will answer it. */
		static boolean isReached(Connection request) {
			return request.channel().attr(REACHED).get() == request || isUpgraded(request);
		}

		/**
		 * A connection serves one request after the other; each has an object. One that
		 * is upgraded gets another one, and only the application upgrades.
		 */
		static boolean hasReached(Connection request) {
			return request.channel().attr(REACHED).getAndSet(null) == request || isUpgraded(request);
		}

		static boolean isUpgraded(Object request) {
			return request instanceof HttpInfos infos && infos.isWebsocket();
		}

		static Peer peer(Connection connection) {
			return new Peer(address(connection.channel().remoteAddress()), address(connection.channel().localAddress()),
					List.of(), false);
		}

	}

}
