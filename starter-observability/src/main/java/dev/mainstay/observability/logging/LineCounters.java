package dev.mainstay.observability.logging;

import java.util.concurrent.atomic.LongAdder;

/**
 * What could not be written as it was logged, since the start of the JVM: lines are
 * written before there is a context, and meters count from the first one. Thread-safe.
 */
final class LineCounters {

	private static final LongAdder failures = new LongAdder();

	private static final LongAdder collisions = new LongAdder();

	private static final LongAdder truncated = new LongAdder();

	private LineCounters() {
	}

	static void failed() {
		failures.increment();
	}

	static void collided(int names) {
		if (names > 0) {
			collisions.add(names);
		}
	}

	static void truncated() {
		truncated.increment();
	}

	static long failures() {
		return failures.sum();
	}

	static long collisions() {
		return collisions.sum();
	}

	static long truncatedLines() {
		return truncated.sum();
	}

}
