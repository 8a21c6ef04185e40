package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A store that says on which threads it is called, and that others can make wait.
 */
public final class WatchedStore implements IdempotencyStore {

	private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(
			new Retention(Duration.ofHours(24), Duration.ofHours(1)), 10_000, 100_000_000, System::nanoTime);

	public final List<String> threads = new CopyOnWriteArrayList<>();

	public final List<String> calls = new CopyOnWriteArrayList<>();

	public final AtomicInteger interrupted = new AtomicInteger();

	/** What a call does before it is carried out. */
	public volatile Wait before = (call) -> {
	};

	public void reset() {
		this.before = (call) -> {
		};
		this.threads.clear();
		this.calls.clear();
		this.interrupted.set(0);
	}

	public long entries() {
		return this.store.entries();
	}

	private <T> T call(String name, Supplier<T> call) {
		this.threads.add(Thread.currentThread().getName());
		try {
			this.before.on(name);
		}
		catch (InterruptedException ex) {
			this.interrupted.incrementAndGet();
			throw new IllegalStateException(ex);
		}
		this.calls.add(name);
		return call.get();
	}

	@Override
	public ClaimResult claim(Operation operation, Duration lease) {
		return call("claim", () -> this.store.claim(operation, lease));
	}

	@Override
	public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
		return call("takeOver", () -> this.store.takeOver(operation, lost, lease));
	}

	@Override
	public boolean complete(String recordKey, String token, Outcome outcome) {
		return call("complete", () -> this.store.complete(recordKey, token, outcome));
	}

	@Override
	public boolean release(String recordKey, String token) {
		return call("release", () -> this.store.release(recordKey, token));
	}

	@Override
	public boolean abandon(String recordKey, String token) {
		return call("abandon", () -> this.store.abandon(recordKey, token));
	}

	/**
	 * What a call does first.
	 */
	public interface Wait {

		void on(String call) throws InterruptedException;

	}

}
