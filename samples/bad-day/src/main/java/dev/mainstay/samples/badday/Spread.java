package dev.mainstay.samples.badday;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * The middle and the ends of some measured values.
 */
record Spread(double lowest, double median, double highest) {

	static Spread of(DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		int middle = sorted.length / 2;
		double median = (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
		return new Spread(sorted[0], median, sorted[sorted.length - 1]);
	}

	String format(String format) {
		return String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", this.median, this.lowest,
				this.highest);
	}

}
