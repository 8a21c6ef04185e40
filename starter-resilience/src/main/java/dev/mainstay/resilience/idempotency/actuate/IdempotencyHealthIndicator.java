package dev.mainstay.resilience.idempotency.actuate;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says how the store does, as requests have seen it: it is not asked anything. Always up,
 * because what a service does without its store is decided by its configuration, and a
 * restart mends no store. Thread-safe.
 *
 * @since 0.1.0
 */
public final class IdempotencyHealthIndicator implements HealthIndicator {

	private final InspectedStore store;

	private final IdempotencyHistory history;

	/**
	 * Create it.
	 * @param store the store
	 * @param history what requests have seen
	 */
	public IdempotencyHealthIndicator(InspectedStore store, IdempotencyHistory history) {
		this.store = store;
		this.history = history;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up()
			.withDetail("store", this.store.name())
			.withDetail("failures", this.history.failures())
			.withDetail("inFlight", this.history.inFlight())
			.withDetail("oldestInFlight", RecordView.text(this.history.oldestInFlight()));
		String last = this.history.lastFailure();
		return ((last != null) ? health.withDetail("lastFailure", last) : health).build();
	}

}
