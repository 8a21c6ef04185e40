package dev.mainstay.observability.slo.burn;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.mainstay.observability.slo.Objective;

/**
 * How an objective is kept at a time. Immutable.
 *
 * @param objective the objective
 * @param window the events of its window, of which this instance knows those since its
 * start
 * @param burnRates how many times faster than allowed the budget burns, by the time that
 * is looked back, the shortest first
 * @param alerts the alerts that are on
 * @since 0.1.0
 */
public record BudgetState(Objective objective, Events window, Map<Duration, Double> burnRates, List<Alert> alerts) {

	/**
	 * The part of the budget that is left: 1 if nothing is spent, below 0 if the
	 * objective is missed.
	 * @return the part
	 */
	public double budgetLeft() {
		return 1 - this.window.burnRate(this.objective);
	}

}
