package dev.mainstay.resilience.idempotency.reactive;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import dev.mainstay.resilience.idempotency.Admission;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyResult;
import dev.mainstay.resilience.idempotency.OpenClaim;
import dev.mainstay.resilience.idempotency.RoutePolicy;
import dev.mainstay.resilience.idempotency.StoredResponse;
import dev.mainstay.resilience.http.StreamingTypes;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

/**
 * The response of a request with a key, outside of everything that may write it, error
 * handlers included. As long as the request holds no claim, all of it passes. Then the
 * answer is held back until it is complete, so that it is stored before the client gets
 * it; one that is a stream, or becomes too large, passes from that moment on.
 */
final class RecordingHttpResponse extends ServerHttpResponseDecorator {

	/** The status of a request that has ended without an answer. */
	private static final int FAILED = 500;

	private final Idempotency idempotency;

	private final OutgoingEffects effects = new OutgoingEffects();

	private final AtomicReference<@Nullable OpenClaim> claim = new AtomicReference<>();

	private volatile Predicate<Integer> refusedEarly = (status) -> false;

	private volatile RoutePolicy route = RoutePolicy.OPTIONAL;

	private volatile boolean over;

	private volatile Runnable onPassing = () -> {
	};

	RecordingHttpResponse(ServerHttpResponse delegate, Idempotency idempotency) {
		super(delegate);
		this.idempotency = idempotency;
	}

	/** The recording response behind what filters have made of it. */
	static @Nullable RecordingHttpResponse of(ServerHttpResponse response) {
		ServerHttpResponse current = response;
		while (current instanceof ServerHttpResponseDecorator decorator) {
			if (decorator instanceof RecordingHttpResponse recording) {
				return recording;
			}
			current = decorator.getDelegate();
		}
		return null;
	}

	/**
	 * Begin to hold the answer back.
	 * @param run has the claim, which is settled when the answer is complete
	 * @param refusedEarly tells by the status whether the handler was never called
	 * @return {@code false} if the request has ended meanwhile; then it must not run, and
	 * the claim is let go
	 */
	boolean arm(Admission.Run run, Predicate<Integer> refusedEarly) {
		this.refusedEarly = refusedEarly;
		this.route = run.route();
		this.claim.set(run.claim());
		if (this.over) {
			run.claim().release();
			return false;
		}
		markCreated();
		return true;
	}

	/** What the calls of the operation may have done. */
	OutgoingEffects effects() {
		return this.effects;
	}

	/** For how long the request may run on when its client is gone. */
	Duration lease() {
		return this.idempotency.settings().lease();
	}

	/** Whether an answer is awaited that has to be recorded. */
	boolean isRecording() {
		OpenClaim open = this.claim.get();
		return open != null && !open.isSettled();
	}

	void onPassing(Runnable action) {
		this.onPassing = action;
	}

	@Override
	public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
		if (!isRecording()) {
			return super.writeWith(body);
		}
		if (StreamingTypes.include(getHeaders().getFirst("Content-Type"))) {
			return storing(this::pass).then(Mono.defer(() -> super.writeWith(body)));
		}
		return BodyCollector.collect(body, this.idempotency.settings().maxResponseSize()).flatMap(this::write);
	}

	private Mono<Void> write(CollectedBody body) {
		if (body.isComplete()) {
			Mono<DataBuffer> bytes = (body.bytes().length > 0)
					? Mono.fromSupplier(() -> bufferFactory().wrap(body.bytes())) : Mono.empty();
			return storing(() -> settle(body.bytes())).then(Mono.defer(() -> super.writeWith(bytes)));
		}
		return storing(this::pass).then(Mono.defer(() -> super.writeWith(body.all(bufferFactory()))));
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return isRecording() ? storing(this::pass).then(Mono.defer(() -> super.writeAndFlushWith(body)))
				: super.writeAndFlushWith(body);
	}

	@Override
	public Mono<Void> setComplete() {
		return Mono.defer(() -> isRecording() ? storing(() -> settle(new byte[0])).then(Mono.defer(super::setComplete))
				: super.setComplete());
	}

	/** What tells the store of an end never waits on a thread that must not. */
	private Mono<Void> storing(Runnable end) {
		Mono<Void> told = Mono.fromRunnable(end);
		return this.idempotency.waitsForStore() ? told.subscribeOn(Schedulers.boundedElastic()) : told;
	}

	/** Nothing more will come of the request, whether or not it was answered. */
	void ended(boolean cancelled) {
		this.over = true;
		OpenClaim open = this.claim.get();
		if (open != null && !open.isSettled()) {
			storing(() -> end(open, cancelled)).subscribe();
		}
	}

	private void end(OpenClaim open, boolean cancelled) {
		if (cancelled) {
			open.abandon();
		}
		else {
			letGo(open, FAILED);
		}
	}

	/** The handler reads the key: from here on it is as if there were none. */
	void leaveToHandler() {
		OpenClaim open = this.claim.get();
		if (open != null) {
			storing(open::release).subscribe();
		}
		if (!isCommitted()) {
			getHeaders().remove(IdempotencyHeaders.STATUS);
		}
	}

	private void pass() {
		OpenClaim open = this.claim.get();
		if (open != null) {
			if (isKept(status())) {
				open.completeWithoutAnswer();
			}
			else {
				letGo(open, status());
			}
			this.onPassing.run();
		}
	}

	private void settle(byte[] body) {
		OpenClaim open = this.claim.get();
		if (open == null || open.isSettled()) {
			return;
		}
		int status = status();
		if (isKept(status)) {
			StoredResponse stored = this.idempotency.announce(
					new StoredResponse(status, this.idempotency.settings().replayedHeadersOf(this::values), body));
			if (open.complete(stored)) {
				announce(stored);
			}
		}
		else {
			letGo(open, status);
		}
		markCreated();
	}

	private void announce(StoredResponse stored) {
		String expires = stored.firstOf(IdempotencyHeaders.EXPIRES);
		if (expires != null && !isCommitted()) {
			getHeaders().set(IdempotencyHeaders.EXPIRES, expires);
		}
	}

	private void letGo(OpenClaim open, int status) {
		boolean begun = !this.refusedEarly.test(status);
		if (this.idempotency.leavesUnknown(status, begun, this.effects.mayHaveHappened())) {
			open.completeUnknown();
		}
		else {
			open.release();
		}
	}

	private boolean isKept(int status) {
		return this.idempotency.keeps(status, this.route) && !this.refusedEarly.test(status);
	}

	private int status() {
		HttpStatusCode status = getStatusCode();
		return (status != null) ? status.value() : 200;
	}

	private List<String> values(String name) {
		return getHeaders().getOrEmpty(name);
	}

	private void markCreated() {
		if (!isCommitted()) {
			getHeaders().set(IdempotencyHeaders.STATUS, IdempotencyResult.CREATED.code());
		}
	}

}
