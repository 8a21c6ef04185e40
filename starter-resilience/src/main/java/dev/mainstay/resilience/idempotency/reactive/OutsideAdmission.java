package dev.mainstay.resilience.idempotency.reactive;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.Admission;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.MonoSink;

/**
 * One question to a store outside of the process. If its turn does not come, or the store
 * says nothing, for longer than the store may take, the request is treated as if the
 * store were down. The question is then not asked any more; what was granted too late is
 * let go. Thread-safe.
 */
final class OutsideAdmission {

	/** Holds the request, and is emptied when that is not needed any more. */
	private final AtomicReference<@Nullable Supplier<CompletableFuture<Admission>>> question;

	private final Supplier<Admission> storeDown;

	private final Consumer<Admission.Run> granted;

	private final MonoSink<Admission> sink;

	private final AtomicBoolean decided = new AtomicBoolean();

	private volatile Disposable turn = Disposables.disposed();

	OutsideAdmission(Supplier<CompletableFuture<Admission>> question, Supplier<Admission> storeDown,
			Consumer<Admission.Run> granted, MonoSink<Admission> sink) {
		this.question = new AtomicReference<>(question);
		this.storeDown = storeDown;
		this.granted = granted;
		this.sink = sink;
	}

	void ask(StoreThreads threads) {
		Disposable patience = threads.whenLate(() -> RequestIdentity.during(this.sink.contextView(), this::giveUp));
		try {
			this.turn = threads.schedule(() -> ask(patience), this.sink.contextView());
		}
		catch (RejectedExecutionException ex) {
			giveUp();
		}
	}

	private void ask(Disposable patience) {
		Supplier<CompletableFuture<Admission>> asked = this.question.getAndSet(null);
		if (asked == null) {
			return;
		}
		try {
			answered(asked.get());
		}
		catch (Throwable ex) {
			if (this.decided.compareAndSet(false, true)) {
				this.sink.error(ex);
			}
		}
		finally {
			patience.dispose();
		}
	}

	private void answered(CompletableFuture<Admission> answer) {
		if (this.decided.compareAndSet(false, true)) {
			AwaitedAdmission.hand(answer, this.granted, this.sink);
		}
		else {
			answer.cancel(false);
			answer.thenAccept(OutsideAdmission::letGo);
		}
	}

	private static void letGo(Admission admission) {
		if (admission instanceof Admission.Run run) {
			run.claim().release();
		}
	}

	private boolean giveUp() {
		if (this.question.getAndSet(null) != null) {
			// Its turn has not come and must hold neither the request nor its place.
			this.turn.dispose();
		}
		boolean first = this.decided.compareAndSet(false, true);
		if (first) {
			this.sink.success(this.storeDown.get());
		}
		return first;
	}

}
