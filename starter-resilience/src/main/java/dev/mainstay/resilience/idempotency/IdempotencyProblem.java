package dev.mainstay.resilience.idempotency;

import dev.mainstay.core.problem.ProblemCode;

/**
 * Why a request with a key was refused.
 *
 * @since 0.1.0
 */
public enum IdempotencyProblem {

	/**
	 * There is no header where one is required.
	 */
	KEY_MISSING(IdempotencyResult.MISSING, ProblemCode.IDEMPOTENCY_KEY_MISSING,
			"This operation takes place only with an Idempotency-Key header. Nothing was done. Choose a new random "
					+ "key for each operation, and send the same one with each repetition."),

	/**
	 * The header is not a key.
	 */
	KEY_INVALID(IdempotencyResult.INVALID, ProblemCode.IDEMPOTENCY_KEY_INVALID,
			"The Idempotency-Key header has to be one string in double quotes, of 1 to " + IdempotencyKey.MAX_LENGTH
					+ " printable ASCII characters."),

	/**
	 * The key was used for a request with another body.
	 */
	KEY_REUSED(IdempotencyResult.MISMATCH, ProblemCode.IDEMPOTENCY_KEY_REUSED,
			"This key was used before for a request with another body. Nothing was done. Use a new key for a new "
					+ "operation, or send the first request unchanged."),

	/**
	 * The first request is still running.
	 */
	IN_PROGRESS(IdempotencyResult.IN_PROGRESS, ProblemCode.IDEMPOTENCY_IN_PROGRESS,
			"A request with this key is still being processed. Nothing was done a second time. Send it again after "
					+ "the time in Retry-After to get the answer."),

	/**
	 * The first request was done, and its answer could not be stored.
	 */
	RESPONSE_NOT_REPLAYABLE(IdempotencyResult.NOT_REPLAYABLE, ProblemCode.IDEMPOTENCY_RESPONSE_NOT_REPLAYABLE,
			"A request with this key was processed, but its answer was too large or was streamed and cannot be "
					+ "repeated. Nothing was done a second time."),

	/**
	 * It is not known how the first request ended.
	 */
	OUTCOME_UNKNOWN(IdempotencyResult.OUTCOME_UNKNOWN, ProblemCode.IDEMPOTENCY_OUTCOME_UNKNOWN,
			"A request with this key was begun and it is not known how it ended. Nothing was done a second time. "
					+ "Find out whether the operation took place before using a new key."),

	/**
	 * There is no room to remember another request.
	 */
	STORE_FULL(IdempotencyResult.STORE_UNAVAILABLE, ProblemCode.IDEMPOTENCY_STORE_UNAVAILABLE,
			"There is no room to remember this request, so it was not begun. Send it again later with the same key."),

	/**
	 * It cannot be found out whether the request is a repetition.
	 */
	STORE_DOWN(IdempotencyResult.STORE_UNAVAILABLE, ProblemCode.IDEMPOTENCY_STORE_UNAVAILABLE,
			"It cannot be found out at present whether this request is a repetition, so it was not begun. Send it "
					+ "again later with the same key."),

	/**
	 * The body is too large to be compared with that of a repetition.
	 */
	BODY_TOO_LARGE(IdempotencyResult.TOO_LARGE, ProblemCode.PAYLOAD_TOO_LARGE,
			"The body is too large for an operation that takes place only with an idempotency key. Nothing was done."),

	/**
	 * The body cannot be read, and so not be compared with that of a repetition.
	 */
	BODY_UNREADABLE(IdempotencyResult.INVALID, ProblemCode.MALFORMED_REQUEST,
			"The body cannot be read. Nothing was done.");

	private final IdempotencyResult result;

	private final ProblemCode code;

	private final String detail;

	IdempotencyProblem(IdempotencyResult result, ProblemCode code, String detail) {
		this.result = result;
		this.code = code;
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
	 * Whether an operation is in the way of the request, of which the store holds a
	 * record.
	 * @return whether there is a record to look at
	 */
	public boolean hasRecord() {
		return this == KEY_REUSED || this == IN_PROGRESS || this == RESPONSE_NOT_REPLAYABLE || this == OUTCOME_UNKNOWN;
	}

	/**
	 * The stable name of the problem, with its status.
	 * @return the code
	 */
	public ProblemCode code() {
		return this.code;
	}

	/**
	 * What that means and what to do, for a person.
	 * @return some sentences
	 */
	public String detail() {
		return this.detail;
	}

}
