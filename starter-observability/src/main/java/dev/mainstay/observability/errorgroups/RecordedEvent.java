package dev.mainstay.observability.errorgroups;

import java.time.Instant;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * An event of the log of a request. Immutable.
 *
 * @param at when it was logged
 * @param level its level
 * @param logger the name of the logger
 * @param message the message
 * @param failure the type of the failure in it, {@code null} if there is none
 * @since 0.1.0
 */
public record RecordedEvent(Instant at, String level, String logger, String message, @Nullable String failure) {

	/** What the objects take beside the texts; names of loggers are not copied. */
	private static final int OVERHEAD = 120;

	/**
	 * What it takes in memory at most.
	 */
	int bytes() {
		return OVERHEAD + 2 * this.message.length();
	}

	RecordedEvent with(UnaryOperator<String> masking) {
		return new RecordedEvent(this.at, this.level, this.logger, masking.apply(this.message), this.failure);
	}

}
