package dev.mainstay.security.event.authentication;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells a caller that comes back from one that has not been seen for a while: whoever
 * sends credentials with every request authenticates with every request. Remembers a
 * bounded number of callers, those seen last. Thread-safe.
 *
 * @since 0.1.0
 */
public final class RecentSuccesses {

	static final int MAX_CALLERS = 10_000;

	private final long interval;

	private final LongSupplier clock;

	private final Map<Key, Long> told = new LinkedHashMap<>(16, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, Long> eldest) {
			return size() > MAX_CALLERS;
		}

	};

	/**
	 * Create the memory.
	 * @param interval for how long a caller is not told again, zero for always
	 */
	public RecentSuccesses(Duration interval) {
		this(interval, System::nanoTime);
	}

	RecentSuccesses(Duration interval, LongSupplier clock) {
		this.interval = interval.toNanos();
		this.clock = clock;
	}

	/**
	 * Note that a caller has authenticated.
	 * @return whether that is to be told
	 */
	boolean isNew(String name, String kind, String address) {
		Key key = new Key(name, kind, address);
		synchronized (this.told) {
			long now = this.clock.getAsLong();
			Long before = this.told.get(key);
			if (before != null && now - before < this.interval) {
				return false;
			}
			this.told.put(key, now);
			return true;
		}
	}

	private record Key(String name, String kind, String address) {

	}

}
