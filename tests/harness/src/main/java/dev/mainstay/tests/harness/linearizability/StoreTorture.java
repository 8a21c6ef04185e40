package dev.mainstay.tests.harness.linearizability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.mainstay.resilience.idempotency.IdempotencyStore;

/**
 * Lets threads do to a few keys whatever can be done to them, writes down what the store
 * says, and checks by program whether a store that does one thing at a time could have
 * said it. Again and again with other keys, as long as it is told to.
 */
public final class StoreTorture {

	/** Short, so that owners are lost while others look. */
	private static final Duration LEASE = Duration.ofMillis(20);

	private static final int THREADS = 8;

	private static final int KEYS = 4;

	/** For all of a key to fit into one search. */
	private static final int CALLS = HistoryCheck.MOST / THREADS;

	private final Supplier<IdempotencyStore> stores;

	private final Random random;

	private final boolean anewWhenAbandoned;

	private final Map<StoreCall.Answer, Integer> counts = new EnumMap<>(StoreCall.Answer.class);

	private int keys;

	/**
	 * Create it.
	 * @param stores called once for each thread; what it gives has the same records for
	 * all of them
	 * @param seed what decides who does what
	 * @param anewWhenAbandoned whether the stores give a whole lease to who lets go
	 */
	public StoreTorture(Supplier<IdempotencyStore> stores, long seed, boolean anewWhenAbandoned) {
		this.anewWhenAbandoned = anewWhenAbandoned;
		this.stores = stores;
		this.random = new Random(seed);
	}

	/**
	 * For how long a test does it: as {@code mainstay.linearizability.seconds} says.
	 * @return five seconds if it is not set
	 */
	public static Duration duration() {
		return Duration.ofSeconds(Long.getLong("mainstay.linearizability.seconds", 5));
	}

	/**
	 * Do it.
	 * @param duration for how long
	 * @return what was done, in words
	 * @throws AssertionError with the calls of a key whose answers contradict each other
	 */
	public String run(Duration duration) {
		List<StoreUser> users = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			users.add(new StoreUser(this.stores.get(), LEASE, CALLS, new Random(this.random.nextLong())));
		}
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			long end = System.nanoTime() + duration.toNanos();
			while (System.nanoTime() - end < 0) {
				round(users, threads);
			}
		}
		finally {
			threads.shutdownNow();
		}
		return "%d keys, %d calls, %s".formatted(this.keys,
				this.counts.values().stream().mapToInt(Integer::intValue).sum(), this.counts);
	}

	private void round(List<StoreUser> users, ExecutorService threads) {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < KEYS; i++) {
			names.add(UUID.randomUUID().toString());
		}
		CyclicBarrier start = new CyclicBarrier(users.size());
		List<Future<Map<String, List<StoreCall>>>> running = users.stream()
			.map((user) -> (Callable<Map<String, List<StoreCall>>>) () -> {
				start.await();
				return user.use(names);
			})
			.map(threads::submit)
			.toList();
		List<Map<String, List<StoreCall>>> done = running.stream().map(StoreTorture::result).toList();
		names.forEach(
				(name) -> check(name, done.stream().map((it) -> it.get(name)).flatMap(Collection::stream).toList()));
	}

	private static <T> T result(Future<T> future) {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The store failed", ex.getCause());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void check(String name, List<StoreCall> calls) {
		this.keys++;
		calls.forEach((call) -> this.counts.merge(call.answer(), 1, Integer::sum));
		String complaint = HistoryCheck.complaint(calls);
		if (complaint == null) {
			complaint = LeaseCheck.complaint(calls, LEASE, this.anewWhenAbandoned);
		}
		if (complaint != null) {
			throw new AssertionError(name + ": " + complaint + "\n"
					+ calls.stream()
						.sorted(Comparator.comparingLong(StoreCall::invoked))
						.map(StoreCall::toString)
						.collect(Collectors.joining("\n")));
		}
	}

}
