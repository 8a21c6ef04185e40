package dev.mainstay.core.mode.actuate;

import java.time.Duration;
import java.util.Locale;

/**
 * How much traffic there was in which a rule was not broken, and whether that is enough
 * to call it safe.
 *
 * @param requests how many requests for the application have ended
 * @param time for how long they have been counted
 */
record Evidence(long requests, Duration time) {

	/**
	 * A rule that more than 3 in 1,000 break has then been seen broken, 19 times in 20.
	 */
	private static final long REQUESTS = 1000;

	/** With what only the night sends. */
	private static final Duration TIME = Duration.ofDays(1);

	boolean isEnough() {
		return this.requests >= REQUESTS && this.time.compareTo(TIME) >= 0;
	}

	String lack() {
		String seen = (this.requests < REQUESTS)
				? String.format(Locale.ROOT, "%,d of %,d requests", this.requests, REQUESTS)
				: this.time.toHours() + " of " + TIME.toHours() + " hours";
		return "not enough seen yet: " + seen;
	}

}
