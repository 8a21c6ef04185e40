package dev.mainstay.samples.badday.drill;

/**
 * A part of the drill.
 */
interface Probe {

	String title();

	/**
	 * Sends what it sends, and counts.
	 */
	void play(Arguments arguments, Caller caller, Tallies tallies);

}
