package dev.mainstay.resilience.policy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * How long attempts took: counts in buckets whose bounds grow by a quarter of a power of
 * two, from 64 microseconds to 18 minutes. A figure read from them is the upper bound of
 * its bucket, at most a quarter too high. After every {@value #HALVED_AT} times all
 * counts are halved, so that what was long ago counts for less. Takes 800 bytes, and
 * allocates nothing after construction. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Latencies {

	static final int HALVED_AT = 20_000;

	private static final int SMALLEST_BITS = 6;

	private static final int BUCKETS = 97;

	private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

	private final LongAdder times = new LongAdder();

	private long sinceHalved;

	void add(long nanos) {
		this.counts.incrementAndGet(bucketOf(nanos / 1000));
		this.times.increment();
		// A count that is lost between threads makes the halving late, and nothing else.
		if (++this.sinceHalved >= HALVED_AT) {
			halve();
		}
	}

	private synchronized void halve() {
		if (this.sinceHalved < HALVED_AT) {
			return;
		}
		this.sinceHalved = 0;
		for (int bucket = 0; bucket < BUCKETS; bucket++) {
			this.counts.updateAndGet(bucket, (count) -> count / 2);
		}
	}

	private static int bucketOf(long micros) {
		if (micros < 1L << SMALLEST_BITS) {
			return 0;
		}
		int bits = 63 - Long.numberOfLeadingZeros(micros);
		int quarter = (int) (micros >> (bits - 2)) & 3;
		return Math.min(BUCKETS - 1, (bits - SMALLEST_BITS) * 4 + quarter + 1);
	}

	private static long upperMicros(int bucket) {
		int power = (bucket > 0) ? (bucket - 1) / 4 : 0;
		int quarter = (bucket > 0) ? (bucket - 1) % 4 + 1 : 0;
		long base = 1L << (power + SMALLEST_BITS);
		return base + quarter * base / 4;
	}

	/**
	 * How many times were taken since the start.
	 * @return their number
	 */
	public long count() {
		return this.times.sum();
	}

	/**
	 * How long the fastest part of the attempts took at most.
	 * @param share the part, such as 0.99
	 * @return the time, at most a quarter too high; {@code null} if there was no attempt
	 */
	public @Nullable Duration percentile(double share) {
		long all = 0;
		for (int bucket = 0; bucket < BUCKETS; bucket++) {
			all += this.counts.get(bucket);
		}
		long rank = (long) Math.ceil(all * share);
		for (int bucket = 0; bucket < BUCKETS && all > 0; bucket++) {
			rank -= this.counts.get(bucket);
			if (rank <= 0) {
				return Duration.ofNanos(upperMicros(bucket) * 1000);
			}
		}
		return null;
	}

}
