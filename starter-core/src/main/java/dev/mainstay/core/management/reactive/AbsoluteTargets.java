package dev.mainstay.core.management.reactive;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.ClassUtils;

/**
 * Reads the host of a target in absolute form (RFC 9112, 3.2.2), which WebFlux leaves out
 * for the sake of the one in the header.
 */
final class AbsoluteTargets {

	private static final boolean NETTY = ClassUtils.isPresent("reactor.netty.http.server.HttpServerRequest",
			AbsoluteTargets.class.getClassLoader());

	private static final String END_OF_SCHEME = "://";

	private AbsoluteTargets() {
	}

	static @Nullable String hostOf(ServerHttpRequest request) {
		String target = NETTY ? Netty.targetOf(request) : null;
		return (target != null) ? hostOf(target) : null;
	}

	/** Null for any other form. */
	static @Nullable String hostOf(String target) {
		int scheme = target.indexOf(END_OF_SCHEME);
		if (scheme < 0 || target.startsWith("/")) {
			return null;
		}
		int begin = scheme + END_OF_SCHEME.length();
		int end = begin;
		while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
			end++;
		}
		return target.substring(begin, end);
	}

	/**
	 * Keeps the classes of Netty away from a server without it.
	 */
	private static final class Netty {

		/** A mock throws where there is none. */
		static @Nullable String targetOf(ServerHttpRequest request) {
			try {
				return (ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest server)
						? server.uri() : null;
			}
			catch (IllegalArgumentException | IllegalStateException ex) {
				return null;
			}
		}

	}

}
