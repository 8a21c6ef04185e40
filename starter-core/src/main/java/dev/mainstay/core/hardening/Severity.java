package dev.mainstay.core.hardening;

/**
 * How much a finding matters, worst first. The weights are what a check counts in the
 * score.
 *
 * @since 0.1.0
 */
public enum Severity {

	/**
	 * Nobody should run a service with it.
	 */
	BLOCKER(20),

	/**
	 * An incident that only needs somebody to try, or load to come.
	 */
	HIGH(8),

	/**
	 * An incident that needs something else to go wrong as well.
	 */
	MEDIUM(3),

	/**
	 * A habit that makes incidents longer.
	 */
	LOW(1);

	private final int weight;

	Severity(int weight) {
		this.weight = weight;
	}

	/**
	 * What a check of this severity counts in the score.
	 * @return the weight, in points
	 */
	public int weight() {
		return this.weight;
	}

	/**
	 * Whether this one is as bad as another, or worse.
	 * @param other the other
	 * @return whether it is
	 */
	public boolean isAtLeast(Severity other) {
		return compareTo(other) <= 0;
	}

}
