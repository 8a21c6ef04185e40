package dev.mainstay.security.event;

/**
 * Whose names are shown in security events. A name that is not shown is told by a keyed
 * hash, which is the same for the same name as long as the service runs.
 *
 * @since 0.1.0
 */
public enum PrincipalNames {

	/**
	 * Of whoever has authenticated since the service started. What somebody fails to
	 * authenticate with may be a password in the wrong field, until it is known to be a
	 * name.
	 */
	KNOWN,

	/** Every name, as it was sent. */
	ALL,

	/** None. */
	NONE

}
