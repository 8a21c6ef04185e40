package dev.mainstay.core.hardening;

import java.util.Collection;

/**
 * How much of what counts is as it should be. Immutable.
 *
 * @param points what was reached
 * @param possible what could have been
 * @since 0.1.0
 */
public record Score(double points, int possible) {

	static Score of(Collection<SheetEntry> entries) {
		return new Score(entries.stream().mapToDouble(SheetEntry::points).sum(),
				entries.stream()
					.filter(SheetEntry::counts)
					.mapToInt((entry) -> entry.check().severity().weight())
					.sum());
	}

	/**
	 * The score, rounded down: 100 is nothing less than everything.
	 * @return from 0 to 100; 100 if nothing counts
	 */
	public int value() {
		return (this.possible == 0) ? 100 : (int) Math.floor(100 * this.points / this.possible);
	}

}
