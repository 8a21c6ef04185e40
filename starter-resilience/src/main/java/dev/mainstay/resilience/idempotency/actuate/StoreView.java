package dev.mainstay.resilience.idempotency.actuate;

import java.util.List;
import java.util.Map;

import dev.mainstay.resilience.idempotency.IdempotencySettings;
import org.jspecify.annotations.Nullable;

/**
 * The feature as it is shown.
 *
 * @param store what kind of store it is
 * @param mode how an operation and its record hang together
 * @param limits what keys are handled under
 * @param instance what this instance has done and is doing
 * @param unfinished the operations without an end that the store knows, of all instances,
 * the oldest first; {@code null} if it cannot be looked into
 * @param more whether there are more of them than are shown
 * @param reason why the store cannot be looked into
 * @since 0.1.0
 */
public record StoreView(String store, String mode, Limits limits, Instance instance,
		@Nullable List<RecordView> unfinished, @Nullable Boolean more, @Nullable String reason) {

	/**
	 * What keys are handled under.
	 *
	 * @param lease for how long an operation without an owner counts as in progress
	 * @param onAbandoned what is done then
	 * @param afterFailure what becomes of the key of an operation that has failed
	 * @param whenFull what is done when there is no room
	 * @param maxRequestSize the largest body that is protected, in bytes
	 * @param maxResponseSize the largest answer that is stored, in bytes
	 * @since 0.1.0
	 */
	public record Limits(String lease, String onAbandoned, String afterFailure, String whenFull, int maxRequestSize,
			int maxResponseSize) {

		static Limits of(IdempotencySettings settings) {
			return new Limits(RecordView.text(settings.lease()), IdempotencyEndpoint.word(settings.onAbandoned()),
					IdempotencyEndpoint.word(settings.afterFailure()), IdempotencyEndpoint.word(settings.whenFull()),
					settings.maxRequestSize(), settings.maxResponseSize());
		}

	}

	/**
	 * What this instance has done since its start, and is doing.
	 *
	 * @param inFlight how many operations it runs
	 * @param oldestInFlight for how long the oldest of them has been running
	 * @param requests requests with a key, by what became of them; without those that are
	 * 0
	 * @param stolen operations that were run once more after their owner was lost
	 * @param lost operations that ended when their claim was no longer their own
	 * @param storeFailures calls of the store that failed
	 * @param lastStoreFailure the last of them, {@code null} if there is none
	 * @since 0.1.0
	 */
	public record Instance(int inFlight, String oldestInFlight, Map<String, Long> requests, long stolen, long lost,
			long storeFailures, @Nullable String lastStoreFailure) {

		static Instance of(IdempotencyHistory history) {
			return new Instance(history.inFlight(), RecordView.text(history.oldestInFlight()), history.results(),
					history.stolen(), history.lost(), history.failures(), history.lastFailure());
		}

	}

}
