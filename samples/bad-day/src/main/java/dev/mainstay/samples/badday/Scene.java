package dev.mainstay.samples.badday;

/**
 * A part of the day.
 */
interface Scene {

	String title();

	void play(Day day);

}
