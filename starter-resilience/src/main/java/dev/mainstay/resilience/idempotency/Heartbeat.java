package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a store that the owners of long operations live: one thread for all of them, one
 * call for all that are due. An operation that is shorter than a quarter of its lease
 * costs an entry in a map, and nothing at all with a store that needs no renewal.
 * Thread-safe.
 */
final class Heartbeat implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Heartbeat.class);

	/**
	 * How often is looked in a lease, and how many looks after the last word it is due.
	 */
	private static final int LOOKS = 24;

	private static final int DUE = 7;

	private static final long SHORTEST = Duration.ofMillis(5).toNanos();

	private final IdempotencyStore store;

	private final Duration lease;

	private final boolean needed;

	private final LongSupplier clock;

	/** Claims, and when the store was last told. */
	private final ConcurrentMap<LeasedClaim, Long> claims = new ConcurrentHashMap<>();

	private final Throttle warning = new Throttle(Duration.ofMinutes(1));

	private volatile @Nullable Thread thread;

	private volatile boolean closed;

	/**
	 * Create it. The thread is started with the first claim.
	 * @param store is told
	 * @param lease how long a claim outlives the last word
	 */
	Heartbeat(IdempotencyStore store, Duration lease) {
		this.store = store;
		this.lease = lease;
		this.needed = store.needsRenewal();
		this.clock = System::nanoTime;
	}

	/** Called when a claim was granted. */
	void begin(LeasedClaim claim) {
		if (this.needed) {
			this.claims.put(claim, this.clock.getAsLong());
			if (this.thread == null) {
				start();
			}
		}
	}

	/** Called before the claim is settled: what is settled is not lost. */
	void end(LeasedClaim claim) {
		this.claims.remove(claim);
	}

	/** Called before the owner lets go, so that its lease begins for the last time. */
	void letGo(LeasedClaim claim) {
		if (this.claims.remove(claim) != null) {
			this.store.renew(List.of(claim.held()), this.lease);
		}
	}

	private synchronized void start() {
		if (this.thread == null && !this.closed) {
			Thread started = new Thread(null, this::run, "mainstay-idempotency-heartbeat", 0, false);
			started.setDaemon(true);
			started.start();
			this.thread = started;
		}
	}

	private void run() {
		Duration pause = Duration.ofNanos(Math.max(SHORTEST, this.lease.toNanos() / LOOKS));
		try {
			while (!this.closed) {
				Thread.sleep(pause.toMillis());
				beat(this.clock.getAsLong());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void beat(long now) {
		long due = this.lease.toNanos() / LOOKS * DUE;
		Map<HeldClaim, LeasedClaim> old = new HashMap<>();
		for (Map.Entry<LeasedClaim, Long> claim : this.claims.entrySet()) {
			if (now - claim.getValue() >= due) {
				old.put(claim.getKey().held(), claim.getKey());
			}
		}
		if (!old.isEmpty()) {
			renew(old, now);
		}
	}

	/** What fails is tried again with the next look. */
	private void renew(Map<HeldClaim, LeasedClaim> old, long now) {
		try {
			for (HeldClaim gone : this.store.renew(old.keySet(), this.lease)) {
				LeasedClaim claim = old.get(gone);
				if (claim != null && this.claims.remove(claim) != null) {
					claim.lost();
				}
			}
			old.values().forEach((claim) -> this.claims.computeIfPresent(claim, (held, before) -> now));
		}
		catch (RuntimeException ex) {
			if (this.warning.admits(now)) {
				logger.warn("The leases of {} running requests with an idempotency key could not be renewed. "
						+ "It is tried again; this is said once a minute at most.", old.size(), ex);
			}
		}
	}

	@Override
	public synchronized void close() {
		this.closed = true;
		Thread running = this.thread;
		if (running != null) {
			running.interrupt();
		}
	}

}
