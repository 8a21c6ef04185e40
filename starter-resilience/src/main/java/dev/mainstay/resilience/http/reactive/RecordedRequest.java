package dev.mainstay.resilience.http.reactive;

import java.nio.file.Path;
import java.util.Optional;

import dev.mainstay.resilience.http.internal.Patience;
import dev.mainstay.resilience.http.reactive.Recording.Told;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.http.client.reactive.ClientHttpRequest;

/**
 * A request while the application writes it. A body in one piece is kept, whatever comes
 * in several is let through as it comes.
 */
final class RecordedRequest extends NativelySeenRequest implements ZeroCopyHttpOutputMessage {

	/** More is not kept for the rare case that it has to be sent again. */
	static final int MAX_LENGTH = 256 * 1024;

	private final Recording recording;

	private final Told told;

	RecordedRequest(ClientHttpRequest request, Recording recording, Told told, Sending sending) {
		super(request, sending);
		this.recording = recording;
		this.told = told;
	}

	/** The headers are those that the application wants from now on. */
	private void begin() {
		if (!getDelegate().isCommitted()) {
			this.recording.headers(getHeaders());
			this.told.addTo(getHeaders());
		}
	}

	@Override
	public Mono<Void> setComplete() {
		begin();
		this.recording.again((request, sending) -> request.setComplete());
		return super.setComplete();
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		begin();
		return (body instanceof Mono<? extends DataBuffer> mono) ? writeWhole(mono)
				: super.writeWith(streamed(Flux.from(body)));
	}

	private Mono<Void> writeWhole(Mono<? extends DataBuffer> body) {
		return body.doOnError(this.recording::failed)
			.map((buffer) -> Optional.<DataBuffer>of(buffer))
			.defaultIfEmpty(Optional.empty())
			.flatMap((buffer) -> buffer.map(this::writeWhole).orElseGet(() -> writeKept(new byte[0])));
	}

	private Mono<Void> writeWhole(DataBuffer buffer) {
		if (buffer.readableByteCount() > MAX_LENGTH) {
			this.recording.once();
			sending().head().notWaiting();
			return super.writeWith(Mono.just(buffer).doOnDiscard(DataBuffer.class, DataBufferUtils::release));
		}
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return writeKept(bytes);
	}

	private Mono<Void> writeKept(byte[] bytes) {
		this.recording.again((request, sending) -> write(request, bytes));
		return write(getDelegate(), bytes);
	}

	private static Mono<Void> write(ClientHttpRequest request, byte[] bytes) {
		return request.writeWith(
				(bytes.length > 0) ? Mono.fromSupplier(() -> request.bufferFactory().wrap(bytes)) : Mono.empty());
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		begin();
		Patience patience = sending().head();
		return super.writeAndFlushWith(
				Flux.from(body).doOnError(this.recording::failed).doOnSubscribe((subscription) -> {
					this.recording.once();
					patience.notWaiting();
				}).doOnComplete(patience::waiting));
	}

	/** While the source has to produce, the other side is not waited for. */
	private Flux<? extends DataBuffer> streamed(Flux<? extends DataBuffer> body) {
		Turns turns = Turns.ofRequest(sending().head());
		return body.doOnError(this.recording::failed)
			.doOnSubscribe((subscription) -> this.recording.once())
			.doOnRequest(turns::asked)
			.doOnNext((buffer) -> turns.came())
			.doOnComplete(turns::complete);
	}

	@Override
	public Mono<Void> writeWith(Path file, long position, long count) {
		begin();
		FilePart part = new FilePart(file, position, count);
		this.recording.again(part);
		return part.write(getDelegate(), sending());
	}

}
