package dev.mainstay.observability.slo.burn;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.BurnPolicy;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveCounts;
import org.jspecify.annotations.Nullable;

/**
 * The budget of an objective, and the alerts on it, of each severity one. Thread-safe.
 */
final class ObjectiveBudget {

	private static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(5), Duration.ofMinutes(30),
			Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(3));

	private final ObjectiveCounts counts;

	private final Objective objective;

	private final List<BurnPair> policy;

	private final EventHistory history;

	private Map<String, Alert> alerts = Map.of();

	ObjectiveBudget(ObjectiveCounts counts, Instant now) {
		this.counts = counts;
		this.objective = counts.objective();
		this.policy = BurnPolicy.of(this.objective.window());
		this.history = new EventHistory(this.objective.window(), now);
	}

	/**
	 * Look at what has happened, and tell of the alerts that start and end.
	 */
	synchronized void look(Instant now, AlertListener listener) {
		note(now);
		Map<String, Alert> before = this.alerts;
		this.alerts = burning(now);
		this.alerts.values()
			.stream()
			.filter((alert) -> !before.containsKey(alert.pair().severity()))
			.forEach(listener::started);
		before.values()
			.stream()
			.filter((alert) -> !this.alerts.containsKey(alert.pair().severity()))
			.forEach((alert) -> listener.ended(alert, now));
	}

	synchronized BudgetState state(Instant now) {
		note(now);
		Map<Duration, Double> rates = new LinkedHashMap<>();
		Stream.concat(WINDOWS.stream(), Stream.of(this.objective.window()))
			.filter((time) -> time.compareTo(this.objective.window()) <= 0)
			.forEach((time) -> rates.put(time, this.history.last(time, now).burnRate(this.objective)));
		return new BudgetState(this.objective, this.history.last(this.objective.window(), now),
				Collections.unmodifiableMap(rates), List.copyOf(this.alerts.values()));
	}

	/**
	 * Bad first: what is counted meanwhile makes it look better for a moment, not worse.
	 */
	private void note(Instant now) {
		long bad = this.counts.bad();
		this.history.note(new Events(this.counts.good(), bad), now);
	}

	/** Pages before tickets, of each the one that has fired first in the policy. */
	private Map<String, Alert> burning(Instant now) {
		return this.policy.stream()
			.flatMap((pair) -> Stream.ofNullable(burning(pair, now)))
			.collect(Collectors.toMap((alert) -> alert.pair().severity(), Function.identity(), (one, other) -> one,
					LinkedHashMap::new));
	}

	private @Nullable Alert burning(BurnPair pair, Instant now) {
		Events recent = this.history.last(pair.shortWindow(), now);
		Events longer = this.history.last(pair.longWindow(), now);
		boolean isOn = recent.burnRate(this.objective) > pair.factor()
				&& longer.burnRate(this.objective) > pair.factor()
				&& (!pair.severity().equals(BurnPair.PAGE) || longer.bad() >= BurnPolicy.MIN_BAD);
		if (!isOn) {
			return null;
		}
		Alert before = this.alerts.get(pair.severity());
		return new Alert(this.objective, pair, (before != null) ? before.since() : now,
				longer.burnRate(this.objective));
	}

}
