package dev.mainstay.core.request.reactive;

import java.nio.file.Path;

import reactor.core.publisher.Mono;

import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Keeps what a server can do that sends files without copying them.
 */
final class WatchedZeroCopyResponse extends ServerHttpResponseDecorator implements ZeroCopyHttpOutputMessage {

	private final WatchedServerResponse watched;

	private final ZeroCopyHttpOutputMessage files;

	WatchedZeroCopyResponse(WatchedServerResponse watched, ZeroCopyHttpOutputMessage files) {
		super(watched);
		this.watched = watched;
		this.files = files;
	}

	@Override
	public Mono<Void> writeWith(Path file, long position, long count) {
		return this.watched.watchFile(() -> this.files.writeWith(file, position, count), count);
	}

}
