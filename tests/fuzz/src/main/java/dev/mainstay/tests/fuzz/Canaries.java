package dev.mainstay.tests.fuzz;

/**
 * What is put in to see whether it comes out.
 */
final class Canaries {

	/**
	 * What the caller sends as a value: no error repeats it, nor does a line that
	 * Mainstay writes. Cannot be the id of a request, which both repeat on purpose.
	 */
	static final String OF_THE_CALLER = "canary~of~the~caller";

	/** What the service knows: nothing that leaves it has it. */
	static final String OF_THE_SERVICE = "canary-of-the-service";

	private Canaries() {
	}

}
