package dev.mainstay.benchmarks.service;

/**
 * How often an answer took how many microseconds. Written by one thread.
 */
public final class Latencies {

	/** Whatever takes longer is counted as this long. */
	private static final int LONGEST_MICROS = 1_000_000;

	private final int[] counts = new int[LONGEST_MICROS + 1];

	private long total;

	/**
	 * Add one answer.
	 * @param nanos how long it took
	 */
	public void add(long nanos) {
		this.counts[(int) Math.min(nanos / 1000, LONGEST_MICROS)]++;
		this.total++;
	}

	/**
	 * Add the answers of others.
	 * @param others which
	 */
	public void addAll(Latencies others) {
		for (int i = 0; i < this.counts.length; i++) {
			this.counts[i] += others.counts[i];
		}
		this.total += others.total;
	}

	long total() {
		return this.total;
	}

	/** The microseconds within which a share of the answers came. */
	int micros(double share) {
		long rank = (long) Math.ceil(share * this.total);
		long seen = 0;
		for (int i = 0; i < this.counts.length; i++) {
			seen += this.counts[i];
			if (seen >= rank && seen > 0) {
				return i;
			}
		}
		return 0;
	}

}
