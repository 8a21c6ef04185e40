package dev.mainstay.samples.badday.drill;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What was counted, line by line.
 */
final class Tallies {

	private final Map<Line, Tally> tallies = new EnumMap<>(Line.class);

	<T> void count(Line line, Collection<T> all, Predicate<T> bad) {
		add(line, (int) all.stream().filter(bad).count(), all.size());
	}

	void add(Line line, int bad, int of) {
		this.tallies.merge(line, new Tally(bad, of), Tally::plus);
	}

	/**
	 * Returns what a line came to; nothing of nothing when it was not played.
	 */
	Tally get(Line line) {
		return this.tallies.getOrDefault(line, new Tally(0, 0));
	}

	/**
	 * Returns whether anything was not as it should be.
	 */
	boolean anyBad() {
		return this.tallies.values().stream().anyMatch((tally) -> tally.bad() > 0);
	}

	/**
	 * How many were not as they should be.
	 *
	 * @param bad those
	 * @param of all
	 */
	record Tally(int bad, int of) {

		boolean isPlayed() {
			return this.of > 0;
		}

		private Tally plus(Tally other) {
			return new Tally(this.bad + other.bad, this.of + other.of);
		}

		@Override
		public String toString() {
			return isPlayed() ? this.bad + "/" + this.of : "-";
		}

	}

}
