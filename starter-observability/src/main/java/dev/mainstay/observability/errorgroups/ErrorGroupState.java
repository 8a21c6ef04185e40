package dev.mainstay.observability.errorgroups;

/**
 * Where a group of failures stands.
 *
 * @since 0.1.0
 */
public enum ErrorGroupState {

	/**
	 * Nobody has said that it is mended.
	 */
	OPEN,

	/**
	 * Somebody has said so, and it has not been seen on a newer version.
	 */
	RESOLVED,

	/**
	 * It was seen on a version on which it should be mended.
	 */
	REGRESSED

}
