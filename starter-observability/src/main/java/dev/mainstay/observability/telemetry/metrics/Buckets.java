package dev.mainstay.observability.telemetry.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.distribution.CountAtBucket;

/**
 * How many values lie between which bounds. The last count is of those above the last
 * bound; all counts together are the count of all values.
 *
 * @param boundaries the upper bounds, ascending
 * @param counts one count more than there are bounds
 */
record Buckets(List<Double> boundaries, List<Long> counts) {

	static Buckets of(long count) {
		return new Buckets(List.of(), List.of(count));
	}

	/** The counts of Micrometer include those of all lower buckets. */
	static Buckets of(long count, CountAtBucket[] buckets, ToDoubleFunction<CountAtBucket> bound) {
		List<Double> boundaries = new ArrayList<>();
		List<Long> counts = new ArrayList<>();
		long below = 0;
		for (CountAtBucket bucket : buckets) {
			double boundary = bound.applyAsDouble(bucket);
			if (Double.isFinite(boundary)) {
				long upTo = Math.max(below, (long) bucket.count());
				boundaries.add(boundary);
				counts.add(upTo - below);
				below = upTo;
			}
		}
		counts.add(Math.max(0, count - below));
		return new Buckets(boundaries, counts);
	}

}
