package dev.mainstay.benchmarks.comparison;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What rounds said: their median, and the lowest and the highest of them.
 *
 * @param median the upper one of the two in the middle
 * @param low the lowest
 * @param high the highest
 */
record Spread(double median, double low, double high) {

	static <T> Spread of(List<T> rounds, ToDoubleFunction<T> value) {
		return of(rounds.stream().mapToDouble(value));
	}

	/** Of the ratios of rounds that were beside each other. */
	static <T> Spread ratio(List<T> of, List<T> to, ToDoubleFunction<T> value) {
		return of(IntStream.range(0, Math.min(of.size(), to.size()))
			.mapToDouble((i) -> value.applyAsDouble(of.get(i)) / value.applyAsDouble(to.get(i))));
	}

	/** Of the differences of rounds that were beside each other. */
	static <T> Spread difference(List<T> of, List<T> to, ToDoubleFunction<T> value) {
		return of(IntStream.range(0, Math.min(of.size(), to.size()))
			.mapToDouble((i) -> value.applyAsDouble(of.get(i)) - value.applyAsDouble(to.get(i))));
	}

	private static Spread of(DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		if (sorted.length == 0) {
			throw new IllegalArgumentException("There are no rounds");
		}
		return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
	}

	/** The median, and the others in brackets. */
	String format(String format) {
		return String.format(Locale.ROOT, format + " (" + format + " to " + format + ")", this.median, this.low,
				this.high);
	}

}
