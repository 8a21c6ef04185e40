package dev.mainstay.resilience.idempotency;

/**
 * Why a request with a key was refused.
 *
 * @since 0.1.0
 */
public enum IdempotencyProblem {

	/**
	 * The header is not a key.
	 */
	KEY_INVALID(IdempotencyResult.INVALID, 400, "idempotency-key-invalid", "Invalid idempotency key",
			"The Idempotency-Key header has to be one string in double quotes, of 1 to " + IdempotencyKey.MAX_LENGTH
					+ " printable ASCII characters."),

	/**
	 * The key was used for a request with another body.
	 */
	KEY_REUSED(IdempotencyResult.MISMATCH, 422, "idempotency-key-reused", "Idempotency key reused",
			"This key was used before for a request with another body. Nothing was done. Use a new key for a new "
					+ "operation, or send the first request unchanged."),

	/**
	 * The first request is still running.
	 */
	IN_PROGRESS(IdempotencyResult.IN_PROGRESS, 409, "idempotency-in-progress", "Request in progress",
			"A request with this key is still being processed. Nothing was done a second time. Send it again after "
					+ "the time in Retry-After to get the answer."),

	/**
	 * The first request was done, and its answer could not be stored.
	 */
	RESPONSE_NOT_REPLAYABLE(IdempotencyResult.NOT_REPLAYABLE, 409, "idempotency-response-not-replayable",
			"Response not replayable",
			"A request with this key was processed, but its answer was too large or was streamed and cannot be "
					+ "repeated. Nothing was done a second time."),

	/**
	 * It is not known how the first request ended.
	 */
	OUTCOME_UNKNOWN(IdempotencyResult.OUTCOME_UNKNOWN, 409, "idempotency-outcome-unknown", "Outcome unknown",
			"A request with this key was begun and it is not known how it ended. Nothing was done a second time. "
					+ "Find out whether the operation took place before using a new key.");

	private final IdempotencyResult result;

	private final int status;

	private final String code;

	private final String title;

	private final String detail;

	IdempotencyProblem(IdempotencyResult result, int status, String code, String title, String detail) {
		this.result = result;
		this.status = status;
		this.code = code;
		this.title = title;
		this.detail = detail;
	}

	/**
	 * What it is counted as.
	 * @return the result
	 */
	public IdempotencyResult result() {
		return this.result;
	}

	/**
	 * The status of the answer.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * The stable name of the problem.
	 * @return the code
	 */
	public String code() {
		return this.code;
	}

	/**
	 * What went wrong, for a person.
	 * @return a few words
	 */
	public String title() {
		return this.title;
	}

	/**
	 * What that means and what to do, for a person.
	 * @return some sentences
	 */
	public String detail() {
		return this.detail;
	}

}
