package dev.mainstay.resilience.idempotency.actuate;

import java.time.Duration;

import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is shown, never with the answer itself.
 *
 * @param record the name of the operation
 * @param state {@code in-progress}, {@code abandoned} or {@code completed};
 * {@code released} after that was done; otherwise why nothing is known:
 * {@code not-found}, {@code not-supported} or {@code store-failed}
 * @param age since the operation began
 * @param outcome how it ended: {@code replayable}, {@code not-replayable} or
 * {@code unknown}
 * @param status the status of the stored answer
 * @param reason what to know before the next step
 * @since 0.1.0
 */
public record RecordView(String record, String state, @Nullable String age, @Nullable String outcome,
		@Nullable Integer status, @Nullable String reason) {

	static RecordView of(IdempotencyRecords.Entry entry) {
		Outcome outcome = entry.outcome();
		Duration age = entry.age();
		return new RecordView(entry.recordKey(), stateOf(entry), (age != null) ? text(age) : null,
				(outcome != null) ? nameOf(outcome) : null,
				(outcome instanceof Outcome.Replayable replayable) ? replayable.response().status() : null, null);
	}

	static RecordView of(String recordKey, String state, @Nullable String reason) {
		return new RecordView(recordKey, state, null, null, null, reason);
	}

	RecordView because(String reason) {
		return new RecordView(this.record, this.state, this.age, this.outcome, this.status, reason);
	}

	private static String stateOf(IdempotencyRecords.Entry entry) {
		if (entry.outcome() != null) {
			return "completed";
		}
		return entry.abandoned() ? "abandoned" : "in-progress";
	}

	private static String nameOf(Outcome outcome) {
		if (outcome instanceof Outcome.Replayable) {
			return "replayable";
		}
		return (outcome instanceof Outcome.NotReplayable) ? "not-replayable" : "unknown";
	}

	/** In the form that properties take. */
	static String text(Duration duration) {
		return duration.toMillis() + "ms";
	}

}
