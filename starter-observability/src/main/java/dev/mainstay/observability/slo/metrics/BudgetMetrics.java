package dev.mainstay.observability.slo.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.mainstay.observability.slo.burn.BudgetState;
import dev.mainstay.observability.slo.burn.Budgets;
import dev.mainstay.observability.slo.burn.WindowText;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Shows how fast the budgets of objectives burn in this instance. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BudgetMetrics implements MeterBinder {

	private final Budgets budgets;

	private final SloTags tags;

	private final boolean enabled;

	/**
	 * Create the metrics.
	 * @param budgets the budgets
	 * @param service the name of the service
	 * @param enabled whether there are any meters; read at run time
	 */
	public BudgetMetrics(Budgets budgets, String service, boolean enabled) {
		this.budgets = budgets;
		this.tags = new SloTags(service, null);
		this.enabled = enabled;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		List<BudgetState> states = this.enabled ? this.budgets.states() : List.of();
		for (int i = 0; i < states.size(); i++) {
			BudgetState state = states.get(i);
			bind(SloMeters.BUDGET, i, BudgetState::budgetLeft).tags(this.tags.of(state.objective())).register(registry);
			for (Duration window : state.burnRates().keySet()) {
				bind(SloMeters.BURN_RATE, i, (it) -> it.burnRates().getOrDefault(window, 0.0))
					.tags(this.tags.of(state.objective())
						.and(SloMeters.WindowKeys.WINDOW.asString(), WindowText.of(window)))
					.register(registry);
			}
		}
	}

	private Gauge.Builder<Budgets> bind(SloMeters meter, int index, ToDoubleFunction<BudgetState> value) {
		return Gauge.builder(meter.getName(), this.budgets, (it) -> value.applyAsDouble(it.state(index)))
			.description(meter.description());
	}

}
