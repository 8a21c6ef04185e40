package dev.mainstay.observability.logging.delivery;

/**
 * Where a gate puts what it has counted.
 */
interface StormSink {

	/**
	 * One more event was suppressed.
	 */
	void suppressed();

	/**
	 * Write the count of a window.
	 */
	void write(SummaryEvent summary);

}
