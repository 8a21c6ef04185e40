package dev.mainstay.resilience.policy;

/**
 * What an attempt says about the other side.
 *
 * @since 0.1.0
 */
public enum AttemptResult {

	/**
	 * It works.
	 */
	SUCCESS,

	/**
	 * It is in trouble.
	 */
	FAILURE,

	/**
	 * Nothing: the fault was on this side, such as an interrupt.
	 */
	NOTHING;

	/**
	 * What an answer says. A refusal of what was asked is one that works.
	 * @param status the status of the answer
	 * @return what it says
	 */
	public static AttemptResult ofStatus(int status) {
		return switch (status) {
			case 408, 429 -> FAILURE;
			case 501, 505 -> SUCCESS;
			default -> (status >= 500) ? FAILURE : SUCCESS;
		};
	}

}
