package dev.mainstay.resilience.idempotency;

/**
 * What a route does with keys.
 *
 * @since 0.1.0
 */
public enum KeyUse {

	/**
	 * A request has to carry a key, and runs only under its protection.
	 */
	REQUIRED,

	/**
	 * A request that carries a key is protected.
	 */
	OPTIONAL,

	/**
	 * A key has no meaning. The request runs, and the answer says that it was ignored.
	 */
	OFF

}
