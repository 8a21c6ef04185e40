package dev.mainstay.resilience.idempotency;

import java.util.Set;

/**
 * Which answers a repetition gets again. An answer that says that the operation took
 * place, or that it cannot, is kept. One that says that it might go better the next time,
 * or that it was refused before it was looked at, is not: the key is free again.
 */
final class StatusPolicy {

	/**
	 * Credentials (401, 403, 407), the shape of the request rather than what it asks for
	 * (405, 411, 413 to 415, 417, 431), and the moment (408, 421, 423, 425, 426, 428,
	 * 429). Not 406, which is found out when the answer is written, after the operation.
	 */
	private static final Set<Integer> TRANSIENT = Set.of(401, 403, 405, 407, 408, 411, 413, 414, 415, 417, 421, 423,
			425, 426, 428, 429, 431);

	/** Those of the moment that the operation itself may have met. */
	private static final Set<Integer> FAILED = Set.of(408, 425, 429);

	private StatusPolicy() {
	}

	/**
	 * Whether an answer says that something went wrong that may go well the next time.
	 */
	static boolean fails(int status) {
		return status >= 500 || FAILED.contains(status);
	}

	/** Whether an answer says that nothing was done. A 406 does not speak of it. */
	static boolean rejects(int status) {
		return status >= 400 && status < 500 && status != 406;
	}

	static boolean keeps(int status) {
		return status >= 200 && status < 500 && !TRANSIENT.contains(status);
	}

}
