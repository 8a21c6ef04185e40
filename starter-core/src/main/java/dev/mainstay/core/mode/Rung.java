package dev.mainstay.core.mode;

/**
 * How far a rule is taken.
 *
 * @since 0.1.0
 */
public enum Rung {

	/**
	 * The rule is not looked at.
	 */
	OFF,

	/**
	 * What breaks the rule passes, is counted, and is named once.
	 */
	REPORT,

	/**
	 * What breaks the rule is rejected.
	 */
	ENFORCE

}
