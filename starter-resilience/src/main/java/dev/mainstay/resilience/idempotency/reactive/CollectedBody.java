package dev.mainstay.resilience.idempotency.reactive;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;

/**
 * A body, or as much of it as was read.
 *
 * @param bytes what was read
 * @param rest what is still to be read, {@code null} if the body is complete
 */
record CollectedBody(byte[] bytes, @Nullable Flux<DataBuffer> rest) {

	boolean isComplete() {
		return this.rest == null;
	}

	Flux<DataBuffer> all(DataBufferFactory buffers) {
		Flux<DataBuffer> read = Flux
			.defer(() -> (this.bytes.length > 0) ? Flux.just(buffers.wrap(this.bytes)) : Flux.empty());
		return (this.rest != null) ? read.concatWith(this.rest) : read;
	}

}
