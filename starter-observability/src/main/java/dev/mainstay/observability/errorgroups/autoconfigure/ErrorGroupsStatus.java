package dev.mainstay.observability.errorgroups.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;

/**
 * What became of error groups.
 *
 * @param enabled whether they are switched on at run time
 * @param kept whether they survive a restart
 */
record ErrorGroupsStatus(boolean enabled, boolean kept) implements FeatureStatus {

	@Override
	public String feature() {
		return "error-groups";
	}

	@Override
	public FeatureState state() {
		return this.enabled ? FeatureState.ON : FeatureState.OFF;
	}

	@Override
	public @Nullable String reason() {
		if (!this.enabled) {
			return ErrorGroupsAutoConfiguration.ENABLED + "=false";
		}
		return this.kept ? "kept in a file of this instance" : "in memory of this instance";
	}

}
