package dev.mainstay.resilience.idempotency.actuate;

import java.util.List;
import java.util.Locale;

import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.IdempotencySettings;
import dev.mainstay.resilience.idempotency.Outcome;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/**
 * Shows what is known of operations with a key, and lets an operator release a record or
 * say how its operation ended. Records go by their names, from which neither the key nor
 * the caller can be read; what was answered is never shown. Changes nothing unless
 * {@code management.endpoint.idempotency.access=unrestricted} is set. Thread-safe.
 *
 * @since 0.1.0
 */
@WebEndpoint(id = "idempotency", defaultAccess = Access.READ_ONLY)
public final class IdempotencyEndpoint {

	/** How many operations without an end are shown. */
	static final int UNFINISHED = 100;

	private final InspectedStore store;

	private final IdempotencySettings settings;

	private final IdempotencyHistory history;

	private final RecordsByHand records;

	/**
	 * Create the endpoint.
	 * @param store the store
	 * @param settings how keys are handled
	 * @param history what has happened to keys
	 * @param audit is told of every change
	 */
	public IdempotencyEndpoint(InspectedStore store, IdempotencySettings settings, IdempotencyHistory history,
			IdempotencyAudit audit) {
		this.store = store;
		this.settings = settings;
		this.history = history;
		this.records = new RecordsByHand(store.records(), audit);
	}

	/**
	 * Called for {@code GET /actuator/idempotency}.
	 * @return the store and what is not over
	 */
	@ReadOperation
	public StoreView store() {
		IdempotencyRecords some = this.store.records();
		if (some == null) {
			return view(null, RecordsByHand.notSupported());
		}
		try {
			return view(some.unfinished(UNFINISHED + 1), null);
		}
		catch (RuntimeException ex) {
			return view(null, RecordsByHand.reasonOf(ex));
		}
	}

	private StoreView view(@Nullable List<IdempotencyRecords.Entry> unfinished, @Nullable String reason) {
		return new StoreView(this.store.name(), word(this.store.mode()), StoreView.Limits.of(this.settings),
				StoreView.Instance.of(this.history),
				(unfinished != null) ? unfinished.stream().limit(UNFINISHED).map(RecordView::of).toList() : null,
				(unfinished != null) ? unfinished.size() > UNFINISHED : null, reason);
	}

	/**
	 * Called for {@code GET /actuator/idempotency/{record}}.
	 * @param record the name of the operation, as problems and traces say it
	 * @return the record; with 404 if there is none
	 */
	@ReadOperation
	public WebEndpointResponse<RecordView> look(@Selector String record) {
		return this.records.look(record);
	}

	/**
	 * Called for {@code DELETE /actuator/idempotency/{record}}: forget the operation, so
	 * that it can run again.
	 * @param record the name of the operation
	 * @param force whether to do so although it is running, or is known to be over
	 * @param caller who asks for it
	 * @return the record; with 404 if there is none, with 409 if it takes force
	 */
	@DeleteOperation
	public WebEndpointResponse<RecordView> release(@Selector String record, @Nullable Boolean force,
			SecurityContext caller) {
		return this.records.release(record, Boolean.TRUE.equals(force), caller.getPrincipal());
	}

	/**
	 * Called for {@code POST /actuator/idempotency/{record}}: say how an operation ended
	 * of which nobody knows it.
	 * @param record the name of the operation
	 * @param outcome how it ended
	 * @param caller who says so
	 * @return the record; with 404 if there is none, with 409 if it is known how it ended
	 */
	@WriteOperation
	public WebEndpointResponse<RecordView> complete(@Selector String record, HandOutcome outcome,
			SecurityContext caller) {
		return this.records.complete(record,
				(outcome == HandOutcome.NOT_REPLAYABLE) ? new Outcome.NotReplayable() : new Outcome.Unknown(),
				caller.getPrincipal());
	}

	static String word(Enum<?> value) {
		return lower(value.name()).replace('_', '-');
	}

	static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	/**
	 * What an operator can say of an operation. That it did not take place is said by
	 * releasing it.
	 *
	 * @since 0.1.0
	 */
	public enum HandOutcome {

		/**
		 * It took place, and what it answered is lost.
		 */
		NOT_REPLAYABLE,

		/**
		 * Nobody will find out, so that it never runs again.
		 */
		UNKNOWN

	}

}
