package dev.mainstay.observability.slo.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.Objectives;
import org.jspecify.annotations.Nullable;

/**
 * What became of the objectives.
 *
 * @param objectives the objectives
 * @param enabled whether they are switched on at run time
 */
record SloStatus(Objectives objectives, boolean enabled) implements FeatureStatus {

	@Override
	public String feature() {
		return "slo";
	}

	@Override
	public FeatureState state() {
		if (!this.enabled) {
			return FeatureState.OFF;
		}
		return this.objectives.all().isEmpty() ? FeatureState.NOT_APPLICABLE : FeatureState.ON;
	}

	@Override
	public @Nullable String reason() {
		if (!this.enabled) {
			return SloAutoConfiguration.ENABLED + "=false";
		}
		if (this.objectives.all().isEmpty()) {
			return "no requests, and no objective in mainstay.slo.objectives";
		}
		return this.objectives.all().stream().anyMatch(Objective::assumed)
				? "99.5 % of all requests over 30 days, as mainstay.slo.objectives is not set" : null;
	}

}
