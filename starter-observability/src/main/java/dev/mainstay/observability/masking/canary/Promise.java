package dev.mainstay.observability.masking.canary;

/**
 * What is said of the lines of an appender.
 *
 * @since 0.1.0
 */
public enum Promise {

	/**
	 * They are masked.
	 */
	MASKED,

	/**
	 * They are not, because the application has a format, a pattern or a Logback file of
	 * its own, which it may have without knowing that.
	 */
	NOT_MASKED,

	/**
	 * Nothing, as the application has decided so.
	 */
	NONE

}
