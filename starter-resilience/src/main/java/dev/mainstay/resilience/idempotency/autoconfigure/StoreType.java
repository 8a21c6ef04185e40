package dev.mainstay.resilience.idempotency.autoconfigure;

/**
 * Where keys are kept.
 */
enum StoreType {

	/** Where several instances see them, if there is such a place that is safe. */
	AUTO,

	/** In the process. */
	MEMORY,

	/** In the database of the application. */
	JDBC,

	/** In Redis. */
	REDIS

}
