package dev.mainstay.core.request;

import org.jspecify.annotations.Nullable;

/**
 * How a request began.
 *
 * @param method the method as sent, {@code null} if it could not be read
 * @param path the raw path as sent, without the query, {@code null} if it could not be
 * read
 * @param peer the other end of the socket
 * @param origin whose request it seems to be
 * @param nanoTime the {@link System#nanoTime()} of the begin
 * @since 0.1.0
 */
public record RequestStart(@Nullable String method, @Nullable String path, Peer peer, RequestOrigin origin,
		long nanoTime) {

}
