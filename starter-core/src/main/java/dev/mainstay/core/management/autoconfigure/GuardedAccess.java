package dev.mainstay.core.management.autoconfigure;

/**
 * What callers who are admitted may do with a guarded endpoint.
 */
enum GuardedAccess {

	/**
	 * Read, and change something only where the application allows it by Spring Boot's
	 * own properties.
	 */
	READ_ONLY,

	/** Whatever the endpoint offers. */
	UNRESTRICTED

}
