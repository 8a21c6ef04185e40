package dev.mainstay.resilience.idempotency;

import java.time.Duration;

/**
 * For how long the end of an operation is kept.
 *
 * @param answers if it took place, or may have
 * @param rejections if the answer says that it did not take place; never longer than the
 * others, as a repetition has no second effect then
 * @since 0.1.0
 */
public record Retention(Duration answers, Duration rejections) {

	/**
	 * Shortens the second to the first.
	 */
	public Retention {
		rejections = (rejections.compareTo(answers) < 0) ? rejections : answers;
	}

	/**
	 * For how long one of them is kept. An answer that could not be stored stands for an
	 * operation that took place.
	 * @param outcome the end of the operation
	 * @return how long, from the end on
	 */
	public Duration of(Outcome outcome) {
		return (outcome instanceof Outcome.Replayable replayable
				&& StatusPolicy.rejects(replayable.response().status())) ? this.rejections : this.answers;
	}

}
