package dev.mainstay.benchmarks.idempotency;

/**
 * What keeps the rows of the service.
 */
enum Database {

	/** A server of its own. */
	POSTGRES,

	/** A server of its own. */
	MARIADB,

	/** In the memory of the service. */
	H2

}
