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
	 * Look at what has happened, and tell of the alerts that start and end. Whoever is
	 * told may take his time: meanwhile others can ask for the state.
	 */
	void look(Instant now, AlertListener listener) {
		Changes changes = change(now);
		changes.started().forEach(listener::started);
		changes.ended().forEach((alert) -> listener.ended(alert, now));
	}

	private synchronized Changes change(Instant now) {
		note(now);
		Map<String, Alert> before = this.alerts;
		Map<String, Alert> after = burning(now);
		this.alerts = after;
		return new Changes(without(after, before), without(before, after));
	}

	private static List<Alert> without(Map<String, Alert> alerts, Map<String, Alert> others) {
		return alerts.values().stream().filter((alert) -> !others.containsKey(alert.pair().severity())).toList();
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

	/** What outlives the process. */
	synchronized List<String> kept(Instant now) {
		note(now);
		return new KeptBudget(this.history.minutes(), this.history.parts(), List.copyOf(this.alerts.values())).lines();
	}

	/** To what an earlier process has kept belongs only what counts the same. */
	String definition() {
		return this.counts.definition();
	}

	KeptBudget read(List<String> lines) {
		return KeptBudget.of(lines, this.objective, this.policy);
	}

	/** An alert that was on does not start again. */
	synchronized void restore(KeptBudget kept, Instant now) {
		note(now);
		this.history.restore(kept.minutes(), kept.parts());
		Map<String, Alert> alerts = new LinkedHashMap<>(this.alerts);
		kept.alerts().forEach((alert) -> alerts.putIfAbsent(alert.pair().severity(), alert));
		this.alerts = alerts;
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

	private record Changes(List<Alert> started, List<Alert> ended) {

	}

}
