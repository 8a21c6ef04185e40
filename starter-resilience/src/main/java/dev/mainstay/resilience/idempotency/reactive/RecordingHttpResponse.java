package dev.mainstay.resilience.idempotency.reactive;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
import reactor.util.context.Context;
import reactor.util.context.ContextView;

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

	private final StoreThreads storeThreads;

	private final OutgoingEffects effects = new OutgoingEffects();

	private final AtomicReference<@Nullable OpenClaim> claim = new AtomicReference<>();

	private volatile Predicate<Integer> refusedEarly = (status) -> false;

	private volatile RoutePolicy route = RoutePolicy.OPTIONAL;

	private volatile ContextView context = Context.empty();

	private volatile boolean over;

	private volatile Runnable onPassing = () -> {
	};

	RecordingHttpResponse(ServerHttpResponse delegate, Idempotency idempotency, StoreThreads storeThreads) {
		super(delegate);
		this.idempotency = idempotency;
		this.storeThreads = storeThreads;
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
	 * Begin to hold the answer back. Called where the claim is granted; if the request
	 * has ended meanwhile, it must not run, and the claim is let go.
	 * @param run has the claim, which is settled when the answer is complete
	 * @param refusedEarly tells by the status whether the handler was never called
	 */
	void arm(Admission.Run run, Predicate<Integer> refusedEarly) {
		this.refusedEarly = refusedEarly;
		this.route = run.route();
		this.claim.set(run.claim());
		if (this.over && this.claim.compareAndSet(run.claim(), null)) {
			tell(run.claim()::release);
		}
	}

	/**
	 * The threads that ask and tell the store.
	 * @param context whose request it is, also when its end is told
	 */
	StoreThreads storeThreads(ContextView context) {
		this.context = context;
		return this.storeThreads;
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
		return this.claim.get() != null;
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
			return passing().then(Mono.defer(() -> super.writeWith(body)));
		}
		return BodyCollector.collect(body, this.idempotency.settings().maxResponseSize()).flatMap(this::write);
	}

	private Mono<Void> write(CollectedBody body) {
		if (body.isComplete()) {
			Mono<DataBuffer> bytes = (body.bytes().length > 0)
					? Mono.fromSupplier(() -> bufferFactory().wrap(body.bytes())) : Mono.empty();
			return settling(body.bytes()).then(Mono.defer(() -> super.writeWith(bytes)));
		}
		return passing().then(Mono.defer(() -> super.writeWith(body.all(bufferFactory()))));
	}

	@Override
	public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
		return isRecording() ? passing().then(Mono.defer(() -> super.writeAndFlushWith(body)))
				: super.writeAndFlushWith(body);
	}

	@Override
	public Mono<Void> setComplete() {
		return Mono.defer(
				() -> isRecording() ? settling(new byte[0]).then(Mono.defer(super::setComplete)) : super.setComplete());
	}

	/** Nothing more will come of the request, whether or not it was answered. */
	void ended(boolean cancelled) {
		this.over = true;
		OpenClaim open = this.claim.get();
		if (open != null) {
			Runnable end = cancelled ? open::abandon : lettingGo(open, FAILED);
			if (this.claim.compareAndSet(open, null)) {
				tell(end);
			}
		}
	}

	/** The handler reads the key: from here on it is as if there were none. */
	void leaveToHandler() {
		OpenClaim open = this.claim.getAndSet(null);
		if (open != null) {
			tell(open::release);
		}
		if (!isCommitted()) {
			getHeaders().remove(IdempotencyHeaders.STATUS);
		}
	}

	private Mono<Void> passing() {
		return storing((open) -> passed(isKept(status()) ? open::completeWithoutAnswer : lettingGo(open, status())))
			.doOnNext((passed) -> this.onPassing.run())
			.then();
	}

	private static BooleanSupplier passed(Runnable end) {
		return () -> {
			end.run();
			return false;
		};
	}

	private Mono<Void> settling(byte[] body) {
		return Mono.defer(() -> {
			int status = status();
			StoredResponse answer = new StoredResponse(status,
					this.idempotency.settings().replayedHeadersOf(this::values), body);
			StoredResponse stored = isKept(status) ? this.idempotency.announce(answer) : answer;
			return storing((open) -> isKept(status) ? () -> open.complete(stored) : passed(lettingGo(open, status)))
				.doOnNext((kept) -> announce(stored, kept))
				.then();
		});
	}

	/**
	 * Give the claim its end, once. What the end is, is decided on this thread, by the
	 * answer as it is now; the store is told where waiting is allowed. Empty if the claim
	 * has an end already.
	 * @param end tells the store, and says whether there is something to announce
	 */
	private Mono<Boolean> storing(Function<OpenClaim, BooleanSupplier> end) {
		return Mono.defer(() -> {
			OpenClaim open = this.claim.get();
			BooleanSupplier told = (open != null) ? end.apply(open) : null;
			if (told == null || !this.claim.compareAndSet(open, null)) {
				return Mono.empty();
			}
			return this.idempotency.waitsForStore()
					? Mono.fromFuture(this.storeThreads.told(told::getAsBoolean, this.context), true)
						.publishOn(Schedulers.parallel())
					: Mono.just(told.getAsBoolean());
		});
	}

	/** The same for an end that no answer waits for. */
	private void tell(Runnable end) {
		if (this.idempotency.waitsForStore()) {
			this.storeThreads.call(() -> {
				end.run();
				return true;
			}, this.context);
		}
		else {
			end.run();
		}
	}

	private void announce(StoredResponse stored, boolean kept) {
		String expires = kept ? stored.firstOf(IdempotencyHeaders.EXPIRES) : null;
		if (expires != null && !isCommitted()) {
			getHeaders().set(IdempotencyHeaders.EXPIRES, expires);
		}
		markCreated();
	}

	private Runnable lettingGo(OpenClaim open, int status) {
		boolean begun = !this.refusedEarly.test(status);
		boolean unknown = this.idempotency.leavesUnknown(status, begun, this.effects.mayHaveHappened());
		return unknown ? open::completeUnknown : open::release;
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

	/** Say that the operation runs for this request. */
	void markCreated() {
		if (!isCommitted()) {
			getHeaders().set(IdempotencyHeaders.STATUS, IdempotencyResult.CREATED.code());
		}
	}

}
