package dev.mainstay.resilience.http.reactive;

import java.nio.file.Path;

import dev.mainstay.resilience.http.reactive.Recording.Again;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.client.reactive.ClientHttpRequest;

/**
 * A body that is a file: it is there for every attempt, and a client that can send it
 * without reading it does.
 */
record FilePart(Path file, long position, long count) implements Again {

	private static final int BUFFER_SIZE = 64 * 1024;

	@Override
	public Mono<Void> write(ClientHttpRequest request, Sending sending) {
		if (request instanceof ZeroCopyHttpOutputMessage zeroCopy) {
			sending.head().notWaiting();
			return zeroCopy.writeWith(this.file, this.position, this.count);
		}
		Flux<DataBuffer> bytes = DataBufferUtils.read(this.file, request.bufferFactory(), BUFFER_SIZE);
		Flux<DataBuffer> part = DataBufferUtils
			.takeUntilByteCount(DataBufferUtils.skipUntilByteCount(bytes, this.position), this.count);
		Turns turns = Turns.ofRequest(sending.head());
		return request
			.writeWith(part.doOnRequest(turns::asked).doOnNext((buffer) -> turns.came()).doOnComplete(turns::complete));
	}

}
