package dev.mainstay.core.request.reactive;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestExchange;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Has the head of an answer completed right before it is sent, and notices that the
 * client goes away meanwhile: the server then stops taking the body, or fails to write
 * it, and tells the handler nothing of it.
 */
final class WatchedServerResponse extends ServerHttpResponseDecorator {

	private static final int SWITCHING_PROTOCOLS = 101;

	private final RequestExchange exchange;

	private final AnswerHeads heads;

	private final ReactiveHead head;

	private final AtomicBoolean registered = new AtomicBoolean();

	private final AtomicLong written = new AtomicLong();

	private volatile boolean cancelled;

	private volatile boolean broken;

	WatchedServerResponse(RequestExchange exchange, AnswerHeads heads, ServerHttpRequest request,
			ServerHttpResponse response) {
		super(response);
		this.exchange = exchange;
		this.heads = heads;
		this.head = new ReactiveHead(request, response);
	}

	int status() {
		boolean upgraded = this.head.mayBeUpgraded() && NativeRequests.isUpgraded(this.head.request());
		return upgraded ? SWITCHING_PROTOCOLS : this.head.status();
	}

	/**
	 * A body that is cancelled is one that nobody reads any more, or one for which the
	 * application has lost its patience while the client waits.
	 */
	boolean isAborted() {
		return this.broken || (this.cancelled && NativeRequests.mayBeGone(this.head.request()));
	}

	long written() {
		return this.written.get();
	}

	/** As late as possible, so that what the application adds comes first. */
	private void beforeSend() {
		if (this.registered.compareAndSet(false, true)) {
			getDelegate().beforeCommit(() -> Mono.fromRunnable(() -> {
				this.heads.complete(this.exchange, this.head);
				if (!this.head.mayBeUpgraded()) {
					this.exchange.committed(this.head.status());
				}
			}));
		}
	}

	@Override
	public Mono<Void> setComplete() {
		beforeSend();
		return super.setComplete();
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		beforeSend();
		AtomicBoolean failed = new AtomicBoolean();
		return watch(super.writeWith(watch(body, failed)), failed);
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		beforeSend();
		AtomicBoolean failed = new AtomicBoolean();
		Flux<Publisher<? extends DataBuffer>> parts = Flux.from(body)
			.<Publisher<? extends DataBuffer>>map((part) -> watch(part, failed))
			.doOnError((ex) -> failed.set(true))
			.doOnCancel(this::cancel);
		return watch(super.writeAndFlushWith(parts), failed);
	}

	/** A server that is asked to send a file collects at once what to do before. */
	Mono<Void> watchFile(Supplier<Mono<Void>> writing, long bytes) {
		beforeSend();
		this.written.addAndGet(bytes);
		return watch(writing.get(), new AtomicBoolean());
	}

	/** A single buffer stays one: the server has a shorter way for it. */
	private Publisher<? extends DataBuffer> watch(Publisher<? extends DataBuffer> body, AtomicBoolean failed) {
		if (body instanceof Mono<? extends DataBuffer> single) {
			return single.doOnNext(this::count).doOnError((ex) -> failed.set(true)).doOnCancel(this::cancel);
		}
		return Flux.<DataBuffer>from(body)
			.doOnNext(this::count)
			.doOnError((ex) -> failed.set(true))
			.doOnCancel(this::cancel);
	}

	/** An error that is not the body's own is one of the connection. */
	private Mono<Void> watch(Mono<Void> writing, AtomicBoolean failed) {
		return writing.doOnError((ex) -> {
			if (!failed.get() && isCommitted()) {
				this.broken = true;
			}
		});
	}

	private void count(DataBuffer buffer) {
		this.written.addAndGet(buffer.readableByteCount());
	}

	private void cancel() {
		this.cancelled = true;
	}

}
