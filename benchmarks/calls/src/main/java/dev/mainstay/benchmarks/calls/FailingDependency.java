package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * A dependency that fails at random and counts. Of retries it notes when they were
 * decided on, for that is what the bound is about.
 */
final class FailingDependency {

	private static final double FLOOR = 3;

	private static final double RATIO = 0.1;

	private static final double BURST = 2;

	private final IntSupplier percent;

	private final Random random;

	private final Recent tenSeconds;

	private final Recent twoMinutes;

	private long calls;

	private long successes;

	private double mostOfBound;

	private double mostOfTenSeconds;

	private double mostInTenSeconds;

	private double mostInTwoMinutes;

	FailingDependency(Timeline time, IntSupplier percent, long seed) {
		this.percent = percent;
		this.random = new Random(seed);
		this.tenSeconds = new Recent(time, Duration.ofSeconds(10));
		this.twoMinutes = new Recent(time, Duration.ofMinutes(2));
	}

	/** Note that the first attempt of a request is made. */
	void requested() {
		this.tenSeconds.requested();
		this.twoMinutes.requested();
	}

	/** Note that another attempt of a request was decided on. */
	void retryGranted() {
		this.tenSeconds.retried();
		this.twoMinutes.retried();
		double recent = this.tenSeconds.ratio();
		double whole = this.twoMinutes.ratio();
		double floor = this.tenSeconds.retries() / FLOOR;
		double ofBound = Math.min(floor, Math.max(recent / (BURST * RATIO), whole / RATIO));
		this.mostOfBound = Math.max(this.mostOfBound, ofBound);
		this.mostOfTenSeconds = Math.max(this.mostOfTenSeconds, Math.min(floor, recent / RATIO));
		this.mostInTenSeconds = Math.max(this.mostInTenSeconds, recent);
		this.mostInTwoMinutes = Math.max(this.mostInTwoMinutes, whole);
	}

	/**
	 * Call it.
	 * @return whether it did what it was asked
	 */
	boolean call() {
		this.calls++;
		boolean success = this.random.nextInt(100) >= this.percent.getAsInt();
		this.successes += success ? 1 : 0;
		return success;
	}

	long calls() {
		return this.calls;
	}

	long successes() {
		return this.successes;
	}

	/** How much of the documented bound was used at any time, 1 being all of it. */
	double mostOfBound() {
		return this.mostOfBound;
	}

	/** The same of the bound with a window of ten seconds. */
	double mostOfTenSeconds() {
		return this.mostOfTenSeconds;
	}

	/** The most retries for a request in any ten seconds. */
	double mostInTenSeconds() {
		return this.mostInTenSeconds;
	}

	/** The most retries for a request in any two minutes. */
	double mostInTwoMinutes() {
		return this.mostInTwoMinutes;
	}

}
