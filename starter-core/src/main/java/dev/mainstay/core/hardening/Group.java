package dev.mainstay.core.hardening;

/**
 * What a check is about. A group has a score of its own.
 *
 * @since 0.1.0
 */
public enum Group {

	/** What a failure tells. */
	ERRORS,

	/** What is let in. */
	INPUT,

	/** What browsers are told. */
	BROWSER,

	/** Management endpoints, and tools of the development. */
	MANAGEMENT,

	/** Who is who, and who may. */
	AUTHENTICATION,

	/** What nobody may read. */
	SECRETS,

	/** What goes over the network, and for how long. */
	TRANSPORT,

	/** What is stored. */
	DATA,

	/** What happens when there is a lot of it. */
	LOAD,

	/** What can be seen of the service, and done about it. */
	OPERATIONS,

	/** What it is made of. */
	DEPENDENCIES

}
