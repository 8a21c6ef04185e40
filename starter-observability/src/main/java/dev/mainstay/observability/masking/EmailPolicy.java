package dev.mainstay.observability.masking;

/**
 * What is done with the e-mail addresses in a text.
 *
 * @since 0.1.0
 */
public enum EmailPolicy {

	/** They stay as they are. */
	KEEP,

	/** The part before the {@code @} is masked: {@code [masked]@example.org}. */
	LOCAL_PART,

	/** The whole address is masked. */
	ALL

}
