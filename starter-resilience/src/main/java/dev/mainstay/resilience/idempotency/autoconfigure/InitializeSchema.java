package dev.mainstay.resilience.idempotency.autoconfigure;

/**
 * In which databases the table for idempotency keys is created. What Spring Boot has for
 * it is not always on the class path.
 */
enum InitializeSchema {

	/** In embedded ones, if keys are to be kept in a database. */
	EMBEDDED,

	/** In any, before it is looked for. */
	ALWAYS,

	/** In none. */
	NEVER

}
