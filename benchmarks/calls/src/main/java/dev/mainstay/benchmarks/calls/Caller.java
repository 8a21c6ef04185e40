package dev.mainstay.benchmarks.calls;

/**
 * Makes requests as a library would.
 */
interface Caller {

	/**
	 * Make a request, with the attempts that the library decides on.
	 */
	void request();

}
