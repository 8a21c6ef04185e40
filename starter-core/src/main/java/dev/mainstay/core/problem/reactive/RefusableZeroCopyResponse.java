package dev.mainstay.core.problem.reactive;

import java.nio.file.Path;

import reactor.core.publisher.Mono;

import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * The same where the server can send a file by itself.
 */
final class RefusableZeroCopyResponse extends ServerHttpResponseDecorator implements ZeroCopyHttpOutputMessage {

	private final ZeroCopyHttpOutputMessage files;

	RefusableZeroCopyResponse(RefusableServerResponse response, ZeroCopyHttpOutputMessage files) {
		super(response);
		this.files = files;
	}

	@Override
	public Mono<Void> writeWith(Path file, long position, long count) {
		return this.files.writeWith(file, position, count);
	}

}
