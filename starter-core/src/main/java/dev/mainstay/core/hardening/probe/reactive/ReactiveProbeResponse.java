package dev.mainstay.core.hardening.probe.reactive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import dev.mainstay.core.hardening.probe.ProbeAnswer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;

/**
 * The answer to a probe, which is sent to nobody.
 */
final class ReactiveProbeResponse extends AbstractServerHttpResponse {

	private final AtomicReference<String> body = new AtomicReference<>("");

	ReactiveProbeResponse() {
		super(DefaultDataBufferFactory.sharedInstance);
	}

	ProbeAnswer answer(boolean reached) {
		HttpStatusCode status = getStatusCode();
		Map<String, List<String>> headers = new LinkedHashMap<>();
		getHeaders().forEach(headers::put);
		return new ProbeAnswer(reached, ((status != null) ? status : HttpStatus.OK).value(), headers, this.body.get());
	}

	@Override
	protected Mono<Void> writeWithInternal(Publisher<? extends DataBuffer> content) {
		return DataBufferUtils.join(content).doOnNext((buffer) -> {
			this.body.updateAndGet((text) -> text + buffer.toString(StandardCharsets.UTF_8));
			DataBufferUtils.release(buffer);
		}).then();
	}

	@Override
	protected Mono<Void> writeAndFlushWithInternal(Publisher<? extends Publisher<? extends DataBuffer>> content) {
		return Flux.from(content).concatMap(this::writeWithInternal).then();
	}

	@Override
	protected void applyStatusCode() {
		// The answer is read from here.
	}

	@Override
	protected void applyHeaders() {
		// As above
	}

	@Override
	protected void applyCookies() {
		getCookies().keySet().forEach((name) -> getHeaders().add("Set-Cookie", name + "=..."));
	}

	@Override
	public <T> T getNativeResponse() {
		throw new IllegalStateException("Nobody gets this answer");
	}

}
