package dev.mainstay.core.request.reactive;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Tells the address of the socket behind a request of WebFlux, whatever has handled
 * forwarding headers by then. Stateless.
 *
 * @since 0.1.0
 */
public final class SocketAddresses {

	private SocketAddresses() {
	}

	/**
	 * The other end of the socket.
	 * @param request a request as WebFlux has it, decorated or not
	 * @return the numeric address, or {@code null} if the server does not tell it
	 */
	public static @Nullable String remoteOf(ServerHttpRequest request) {
		return NativeRequests.remoteAddress(request);
	}

}
