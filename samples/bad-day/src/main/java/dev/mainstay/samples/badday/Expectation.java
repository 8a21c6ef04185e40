package dev.mainstay.samples.badday;

/**
 * What the count of the hardened service must be.
 */
@FunctionalInterface
interface Expectation {

	boolean met(Count bare, Count hardened);

	static Expectation exactly(int value) {
		return (bare, hardened) -> hardened.value() == value;
	}

	static Expectation none() {
		return (bare, hardened) -> hardened.value() == 0 && hardened.of() != 0;
	}

	static Expectation all() {
		return (bare, hardened) -> hardened.isAll();
	}

	static Expectation fewer(int margin) {
		return (bare, hardened) -> hardened.value() <= bare.value() - margin;
	}

	/**
	 * Holds when there are more than the whole, but not more than a share beyond it, in
	 * percent, and a floor.
	 */
	static Expectation bounded(int percent, int floor) {
		return (bare, hardened) -> {
			int beyond = hardened.value() - hardened.of();
			return beyond > 0 && beyond <= Math.max(floor, hardened.of() * percent / 100);
		};
	}

}
