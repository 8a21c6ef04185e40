package dev.mainstay.core.management;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Counts how often the secrets of a peer were wrong, and lets a peer whose were too often
 * try no more for a while. Attempts of one peer are made one after the other, so that no
 * number of connections gets more of them. A peer that is forgotten, because others
 * failed since, begins anew. Thread-safe.
 */
final class WrongSecrets {

	static final int MAX_FAILURES = 10;

	static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

	static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

	/** Together about a megabyte. */
	static final int MAX_PEERS = 4096;

	private static final int LOCKS = 64;

	private final LongSupplier nanoTime;

	private final ReentrantLock[] locks = IntStream.range(0, LOCKS)
		.mapToObj((number) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	/** The one that failed last stands at the end. */
	private final Map<String, Failures> peers = new LinkedHashMap<>();

	WrongSecrets(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/**
	 * Let a peer try a secret.
	 * @param peer what the peer is known by, {@code null} if by nothing: all such would
	 * count as one, so that none of them is limited
	 * @param right compares the secret; not called if the peer may not try
	 * @return what came of it
	 */
	Attempt attempt(@Nullable String peer, BooleanSupplier right) {
		if (peer == null) {
			return right.getAsBoolean() ? Attempt.RIGHT : Attempt.WRONG;
		}
		ReentrantLock lock = this.locks[Math.floorMod(peer.hashCode(), LOCKS)];
		lock.lock();
		try {
			long pause = pauseOf(peer);
			if (pause > 0) {
				return Attempt.limited(pause);
			}
			return right.getAsBoolean() ? Attempt.RIGHT : fail(peer);
		}
		finally {
			lock.unlock();
		}
	}

	private long pauseOf(String peer) {
		synchronized (this.peers) {
			Failures failures = this.peers.get(peer);
			return (failures != null) ? failures.pause(this.nanoTime.getAsLong()) : 0;
		}
	}

	private Attempt fail(String peer) {
		synchronized (this.peers) {
			Failures failures = this.peers.remove(peer);
			if (failures == null) {
				failures = new Failures();
				forgetOldest();
			}
			this.peers.put(peer, failures);
			return failures.add(this.nanoTime.getAsLong()) ? Attempt.LAST : Attempt.WRONG;
		}
	}

	private void forgetOldest() {
		if (this.peers.size() >= MAX_PEERS) {
			this.peers.remove(this.peers.keySet().iterator().next());
		}
	}

	int size() {
		synchronized (this.peers) {
			return this.peers.size();
		}
	}

	/**
	 * What came of an attempt.
	 *
	 * @param right whether the secret was compared and is right
	 * @param last whether it was wrong and the peer may not try again for a while
	 * @param pause for how many nanoseconds the peer may not try, zero if it could
	 */
	record Attempt(boolean right, boolean last, long pause) {

		static final Attempt RIGHT = new Attempt(true, false, 0);

		static final Attempt WRONG = new Attempt(false, false, 0);

		static final Attempt LAST = new Attempt(false, true, 0);

		static Attempt limited(long pause) {
			return new Attempt(false, false, pause);
		}

	}

	/**
	 * When the secrets of a peer were wrong.
	 */
	private static final class Failures {

		private final long[] times = new long[MAX_FAILURES];

		private int count;

		private boolean paused;

		private long pausedAt;

		long pause(long now) {
			if (this.paused && now - this.pausedAt >= PAUSE) {
				this.paused = false;
				this.count = 0;
			}
			return this.paused ? PAUSE - (now - this.pausedAt) : 0;
		}

		/** The one that is overwritten next is the first of as many as are allowed. */
		boolean add(long now) {
			this.times[this.count % MAX_FAILURES] = now;
			this.count++;
			if (this.count >= MAX_FAILURES && now - this.times[this.count % MAX_FAILURES] < WINDOW) {
				this.paused = true;
				this.pausedAt = now;
			}
			return this.paused;
		}

	}

}
