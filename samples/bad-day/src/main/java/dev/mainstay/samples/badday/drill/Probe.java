package dev.mainstay.samples.badday.drill;

/**
 * A part of the drill.
 */
interface Probe {

	String title();

	/**
	 * Whether the user has given what it needs.
	 */
	default boolean isPossible(Arguments arguments) {
		return true;
	}

	/**
	 * Sends what it sends, and counts.
	 */
	void play(Arguments arguments, Caller caller, Tallies tallies);

}
