package dev.mainstay.core.request;

/**
 * Whose request it was.
 *
 * @since 0.1.0
 */
public enum RequestOrigin {

	/**
	 * One for the application.
	 */
	APPLICATION,

	/**
	 * One for a management endpoint.
	 */
	MANAGEMENT,

	/**
	 * One that the container answered by itself.
	 */
	CONTAINER,

	/**
	 * One for the liveness or readiness of the service, or one that Mainstay makes up to
	 * see how the service answers.
	 */
	PROBE

}
