package dev.mainstay.samples.badday;

import java.util.EnumMap;
import java.util.Map;

/**
 * The counts of one service's day, row by row.
 */
final class Scoreboard {

	private final Map<Row, Count> counts = new EnumMap<>(Row.class);

	void put(Row row, Count count) {
		this.counts.put(row, count);
	}

	Count get(Row row) {
		Count count = this.counts.get(row);
		if (count == null) {
			throw new IllegalStateException("Nothing was counted for the row " + row);
		}
		return count;
	}

}
