package dev.mainstay.security.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Lets so many failures of a type through in each second, and counts the others. Every
 * failure either passes or is in exactly one count. Thread-safe.
 */
final class FailureLimit {

	private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

	private final int limit;

	private final LongSupplier clock;

	private final Map<SecurityEventType, Window> windows = new EnumMap<>(SecurityEventType.class);

	private volatile boolean suppressing;

	/**
	 * Create a limit.
	 * @param limit how many of a type pass in a second, 0 for all
	 * @param clock gives nanoseconds
	 */
	FailureLimit(int limit, LongSupplier clock) {
		this.limit = limit;
		this.clock = clock;
	}

	synchronized boolean passes(SecurityEventType type) {
		if (this.limit == 0 || !type.failure()) {
			return true;
		}
		long now = this.clock.getAsLong();
		Window window = this.windows.computeIfAbsent(type, (key) -> new Window(now));
		if (now - window.start >= WINDOW) {
			window.start = now;
			window.passed = 0;
		}
		if (window.passed < this.limit) {
			window.passed++;
			return true;
		}
		window.suppressed++;
		this.suppressing = true;
		return false;
	}

	/**
	 * Take the counts of the seconds that are over. Costs next to nothing where nothing
	 * was suppressed.
	 * @return how many were suppressed, of those types of which any was
	 */
	Map<SecurityEventType, Long> takeOver() {
		return this.suppressing ? take(this.clock.getAsLong() - WINDOW) : Map.of();
	}

	/**
	 * Take all counts, also that of a second that is not over.
	 * @return how many were suppressed, of those types of which any was
	 */
	Map<SecurityEventType, Long> takeAll() {
		return this.suppressing ? take(this.clock.getAsLong()) : Map.of();
	}

	private synchronized Map<SecurityEventType, Long> take(long until) {
		Map<SecurityEventType, Long> counts = new EnumMap<>(SecurityEventType.class);
		boolean left = false;
		for (Map.Entry<SecurityEventType, Window> entry : this.windows.entrySet()) {
			Window window = entry.getValue();
			if (window.suppressed > 0 && window.start - until <= 0) {
				counts.put(entry.getKey(), window.suppressed);
				window.suppressed = 0;
			}
			left |= window.suppressed > 0;
		}
		this.suppressing = left;
		return counts;
	}

	private static final class Window {

		private long start;

		private int passed;

		private long suppressed;

		private Window(long start) {
			this.start = start;
		}

	}

}
