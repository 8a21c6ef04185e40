package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What an operator sees of a store, and may change by hand. Implemented by a store that
 * can be looked into. Thread-safe; what a method throws is shown to the operator.
 *
 * @since 0.1.0
 */
public interface IdempotencyRecords {

	/**
	 * Look for a record that has not expired.
	 * @param recordKey the name of the operation
	 * @return the record, empty if there is none
	 */
	Optional<Entry> find(String recordKey);

	/**
	 * The operations without an end, those that began first at the beginning.
	 * @param limit how many at most
	 * @return the records, abandoned ones included
	 */
	List<Entry> unfinished(int limit);

	/**
	 * Forget an operation, whoever owns it and however it ended, so that it can run
	 * again.
	 * @param recordKey the name of the operation
	 * @return {@code false} if there is none
	 */
	boolean forget(String recordKey);

	/**
	 * Say how an operation ended that has no end yet, or an unknown one.
	 * @param recordKey the name of the operation
	 * @param outcome the end
	 * @return {@code false} if there is no such operation
	 */
	boolean resolve(String recordKey, Outcome outcome);

	/**
	 * A record.
	 *
	 * @param recordKey the name of the operation
	 * @param age since it began, {@code null} if that is not known
	 * @param outcome how it ended, {@code null} if it has not
	 * @param abandoned whether its owner was lost
	 * @since 0.1.0
	 */
	record Entry(String recordKey, @Nullable Duration age, @Nullable Outcome outcome, boolean abandoned) {

	}

}
