package dev.mainstay.observability.slo.actuate;

import java.util.List;

import dev.mainstay.observability.slo.burn.BudgetState;
import dev.mainstay.observability.slo.burn.Budgets;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows which part of each budget is left. Is always up: a service that fails its
 * objectives is not helped by taking it away from its users. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SloHealthIndicator implements HealthIndicator {

	private final Budgets budgets;

	/**
	 * Create the indicator.
	 * @param budgets the budgets of the objectives
	 */
	public SloHealthIndicator(Budgets budgets) {
		this.budgets = budgets;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		this.budgets.states().forEach((state) -> health.withDetail(state.objective().name(), detail(state)));
		return health.build();
	}

	private static BudgetDetail detail(BudgetState state) {
		return new BudgetDetail(Math.round(state.budgetLeft() * 1000) / 1000.0,
				state.alerts().stream().map((alert) -> alert.pair().severity()).toList());
	}

	/**
	 * How an objective is kept.
	 *
	 * @param budgetLeft the part of the budget that is left
	 * @param alerts the severities of the alerts that are on
	 * @since 0.1.0
	 */
	public record BudgetDetail(double budgetLeft, List<String> alerts) {

	}

}
