package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * A dependency that fails at random and counts. Of retries it notes when they were
 * decided on, for that is what the bound is about.
 */
final class FailingDependency {

	private static final long WINDOW = Duration.ofSeconds(10).toNanos();

	private static final int FLOOR = 3;

	private static final double RATIO = 0.1;

	private final Timeline time;

	private final int percent;

	private final Random random;

	private final Deque<Long> requests = new ArrayDeque<>();

	private final Deque<Long> retries = new ArrayDeque<>();

	private long calls;

	private long successes;

	private double mostOfBound;

	FailingDependency(Timeline time, int percent, long seed) {
		this.time = time;
		this.percent = percent;
		this.random = new Random(seed);
	}

	/** Note that the first attempt of a request is made. */
	void requested() {
		note(this.requests);
	}

	/** Note that another attempt of a request was decided on. */
	void retryGranted() {
		note(this.retries);
		forget(this.requests);
		double bound = Math.max(FLOOR, RATIO * this.requests.size());
		this.mostOfBound = Math.max(this.mostOfBound, this.retries.size() / bound);
	}

	/**
	 * Call it.
	 * @return whether it did what it was asked
	 */
	boolean call() {
		this.calls++;
		boolean success = this.random.nextInt(100) >= this.percent;
		this.successes += success ? 1 : 0;
		return success;
	}

	long calls() {
		return this.calls;
	}

	long successes() {
		return this.successes;
	}

	/** How much of the documented bound was used in any window, 1 being all of it. */
	double mostOfBound() {
		return this.mostOfBound;
	}

	private void note(Deque<Long> times) {
		times.add(this.time.now());
		forget(times);
	}

	private void forget(Deque<Long> times) {
		while (!times.isEmpty() && times.getFirst() <= this.time.now() - WINDOW) {
			times.removeFirst();
		}
	}

}
