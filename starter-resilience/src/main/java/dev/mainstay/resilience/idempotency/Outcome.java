package dev.mainstay.resilience.idempotency;

/**
 * What is known of an operation that is over.
 *
 * @since 0.1.0
 */
public sealed interface Outcome {

	/**
	 * It was answered, and the answer is stored.
	 *
	 * @param response the answer
	 * @since 0.1.0
	 */
	record Replayable(StoredResponse response) implements Outcome {

	}

	/**
	 * It was answered, but the answer was streamed or too large to be stored.
	 *
	 * @since 0.1.0
	 */
	record NotReplayable() implements Outcome {

	}

	/**
	 * Nobody knows: it failed and may have had an effect nevertheless, or whoever ran it
	 * let go of it before it was over, and its lease ended.
	 *
	 * @since 0.1.0
	 */
	record Unknown() implements Outcome {

	}

}
