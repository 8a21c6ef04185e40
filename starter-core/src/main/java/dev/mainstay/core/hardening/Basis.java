package dev.mainstay.core.hardening;

/**
 * What a check goes by. Only what is decided from the configuration can be enforced at a
 * start, because everything else can be different at the next start of the same build.
 *
 * @since 0.1.0
 */
public enum Basis {

	/** The properties, beans and classes that this start has been given. */
	CONFIGURATION,

	/** What has been seen since: an answer, a date, the state of something else. */
	OBSERVATION,

	/** What people have declared. */
	EVIDENCE

}
