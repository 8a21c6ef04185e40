package dev.mainstay.samples.badday;

import java.util.Arrays;
import java.util.List;

/**
 * Two days side by side.
 *
 * @param stack what both services are written with
 * @param bare the day of the service without Mainstay
 * @param hardened the day of the service with it
 */
record Comparison(Stack stack, Scoreboard bare, Scoreboard hardened) {

	/**
	 * Returns the rows whose hardened outcome is not as it must be, or does not differ
	 * where it must.
	 */
	List<Row> failed() {
		return Arrays.stream(Row.values()).filter((row) -> !holds(row)).toList();
	}

	boolean holds(Row row) {
		return row.holds(this.stack, this.bare.get(row), this.hardened.get(row));
	}

	boolean isAlike(Row row) {
		return this.bare.get(row).value() == this.hardened.get(row).value();
	}

}
