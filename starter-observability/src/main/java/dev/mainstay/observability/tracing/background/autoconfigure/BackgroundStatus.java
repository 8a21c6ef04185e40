package dev.mainstay.observability.tracing.background.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;

/**
 * What became of the care for work in the background.
 *
 * @param enabled whether it is switched on at run time
 */
record BackgroundStatus(boolean enabled) implements FeatureStatus {

	@Override
	public String feature() {
		return "background";
	}

	@Override
	public FeatureState state() {
		return this.enabled ? FeatureState.ON : FeatureState.OFF;
	}

	@Override
	public @Nullable String reason() {
		return this.enabled ? null : BackgroundAutoConfiguration.ENABLED + "=false";
	}

}
