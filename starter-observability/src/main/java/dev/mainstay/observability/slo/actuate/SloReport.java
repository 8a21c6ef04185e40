package dev.mainstay.observability.slo.actuate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.burn.Alert;
import dev.mainstay.observability.slo.burn.BudgetState;
import dev.mainstay.observability.slo.burn.Budgets;
import dev.mainstay.observability.slo.burn.WindowText;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint answers.
 *
 * @param service the name of the service
 * @param since since when events are known
 * @param remark what these numbers are
 * @param objectives the objectives
 * @since 0.1.0
 */
public record SloReport(String service, Instant since, String remark, List<ObjectiveRow> objectives) {

	private static final String FORGOTTEN = "Counted by this instance since its start; a restart begins anew, as "
			+ "mainstay.slo.file is not set. Prometheus has all instances and the time before";

	private static final String KEPT = "Counted by this instance, over restarts by its file. "
			+ "Prometheus has all instances";

	static SloReport of(String service, Budgets budgets) {
		return new SloReport(service, budgets.since(), budgets.areKept() ? KEPT : FORGOTTEN,
				budgets.states().stream().map(ObjectiveRow::of).toList());
	}

	/**
	 * An objective and how it is kept.
	 *
	 * @param name its name
	 * @param kind {@code availability} or {@code latency}
	 * @param target the share of events that are to be good
	 * @param window the time over which the share is taken
	 * @param latency how long an event may take, {@code null} if it is not about that
	 * @param routes the routes that it is about, empty for all
	 * @param owner whom it concerns
	 * @param runbook a link that tells what to do
	 * @param assumed whether nobody configured it
	 * @param good the good events in the window
	 * @param bad the bad events in the window
	 * @param ratio the share of the good ones, {@code null} if there are no events
	 * @param budgetLeft the part of the budget that is left, below 0 if it is overspent
	 * @param burnRates how many times faster than allowed the budget burns, by the time
	 * that is looked back
	 * @param alerts the alerts that are on
	 * @since 0.1.0
	 */
	public record ObjectiveRow(String name, String kind, double target, String window, @Nullable String latency,
			List<String> routes, @Nullable String owner, @Nullable String runbook, boolean assumed, long good, long bad,
			@Nullable Double ratio, double budgetLeft, Map<String, Double> burnRates, List<AlertRow> alerts) {

		static ObjectiveRow of(BudgetState state) {
			Objective objective = state.objective();
			Map<String, Double> rates = new LinkedHashMap<>();
			state.burnRates().forEach((time, rate) -> rates.put(WindowText.of(time), rounded(rate)));
			return new ObjectiveRow(objective.name(), objective.kind().name().toLowerCase(Locale.ROOT),
					objective.target(), WindowText.of(objective.window()),
					(objective.latency() != null) ? objective.latency().toMillis() + "ms" : null, objective.routes(),
					objective.owner(), objective.runbook(), objective.assumed(), state.window().good(),
					state.window().bad(), state.window().goodRatio(), rounded(state.budgetLeft()), rates,
					state.alerts().stream().map(AlertRow::of).toList());
		}

	}

	/**
	 * An alert that is on.
	 *
	 * @param severity {@code page} or {@code ticket}
	 * @param since since when
	 * @param windows the two times that are looked back
	 * @param factor how many times faster than allowed the budget may burn
	 * @param burnRate how many times faster it does, over the longer time
	 * @since 0.1.0
	 */
	public record AlertRow(String severity, Instant since, String windows, double factor, double burnRate) {

		static AlertRow of(Alert alert) {
			return new AlertRow(alert.pair().severity(), alert.since(),
					WindowText.of(alert.pair().shortWindow()) + "/" + WindowText.of(alert.pair().longWindow()),
					alert.pair().factor(), rounded(alert.burnRate()));
		}

	}

	/** To six digits behind the point, the rest is noise. */
	private static double rounded(double value) {
		return Math.round(value * 1_000_000) / 1_000_000.0;
	}

}
