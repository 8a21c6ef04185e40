package dev.mainstay.core.hardening;

/**
 * What became of a check.
 *
 * @since 0.1.0
 */
public enum CheckStatus {

	/** The application was looked at, and it is as it should be. */
	PASS,

	/** The application lacks something. */
	FAIL,

	/** It lacks something, or is not known, and somebody answers for that, for a time. */
	WAIVED,

	/** It could not be found out. That is never a pass. */
	UNKNOWN,

	/** The application has nothing of the kind. */
	NOT_APPLICABLE

}
