package dev.mainstay.core.request.reactive;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestExchange;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * Has the head of an answer completed right before it is sent, and notices when the
 * client goes away meanwhile.
 */
final class WatchedServerResponse extends ServerHttpResponseDecorator {

	private static final int OK = 200;

	private final RequestExchange exchange;

	private final AnswerHeads heads;

	private final ServerHttpRequest request;

	private final AtomicBoolean registered = new AtomicBoolean();

	private final AtomicLong written = new AtomicLong();

	private volatile boolean aborted;

	WatchedServerResponse(RequestExchange exchange, AnswerHeads heads, ServerHttpRequest request,
			ServerHttpResponse response) {
		super(response);
		this.exchange = exchange;
		this.heads = heads;
		this.request = request;
	}

	int status() {
		HttpStatusCode status = getStatusCode();
		return (status != null) ? status.value() : OK;
	}

	boolean isAborted() {
		return this.aborted;
	}

	void abort() {
		this.aborted = true;
	}

	long written() {
		return this.written.get();
	}

	void written(long bytes) {
		this.written.addAndGet(bytes);
	}

	/** As late as possible, so that what the application adds comes first. */
	private void beforeSend(boolean mayUpgrade) {
		if (this.registered.compareAndSet(false, true)) {
			getDelegate().beforeCommit(() -> Mono.fromRunnable(() -> beforeCommit(mayUpgrade)));
		}
	}

	/** An upgrade is committed before the server knows of it, and has its status then. */
	private void beforeCommit(boolean mayUpgrade) {
		int status = status();
		boolean upgrade = mayUpgrade && status == OK
				&& "websocket".equalsIgnoreCase(this.request.getHeaders().getUpgrade());
		this.heads.complete(this.exchange, new ReactiveHead(this.exchange, this.request, getDelegate(),
				upgrade ? LifecycleHttpHandler.SWITCHING_PROTOCOLS : status));
		if (!upgrade) {
			this.exchange.committed(status);
		}
	}

	@Override
	public Mono<Void> setComplete() {
		beforeSend(true);
		return super.setComplete();
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		beforeSend(false);
		WatchedWriting writing = new WatchedWriting(this);
		return writing.watch(super.writeWith(writing.body(body)));
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		beforeSend(false);
		WatchedWriting writing = new WatchedWriting(this);
		return writing.watch(super.writeAndFlushWith(writing.parts(body)));
	}

	/** A server that is asked to send a file collects at once what to do before. */
	Mono<Void> watchFile(Supplier<Mono<Void>> writing, long bytes) {
		beforeSend(false);
		written(bytes);
		return new WatchedWriting(this).watch(writing.get());
	}

}
