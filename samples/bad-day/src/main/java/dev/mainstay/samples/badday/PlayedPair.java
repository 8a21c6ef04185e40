package dev.mainstay.samples.badday;

/**
 * The days of a pair of services.
 *
 * @param stack what both are written with
 * @param bare the day of the service without Mainstay, whose processes have ended
 * @param hardened the day of the service with it, whose processes are still there
 */
record PlayedPair(Stack stack, Day bare, Day hardened) {

	Comparison compare() {
		return new Comparison(this.stack, this.bare.score(), this.hardened.score());
	}

}
