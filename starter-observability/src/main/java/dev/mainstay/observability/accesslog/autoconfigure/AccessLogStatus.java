package dev.mainstay.observability.accesslog.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;

/**
 * What became of the access log.
 *
 * @param enabled whether it is switched on at run time
 */
record AccessLogStatus(boolean enabled) implements FeatureStatus {

	@Override
	public String feature() {
		return "access-log";
	}

	@Override
	public FeatureState state() {
		return this.enabled ? FeatureState.ON : FeatureState.OFF;
	}

	@Override
	public @Nullable String reason() {
		return this.enabled ? null : AccessLogAutoConfiguration.ENABLED + "=false";
	}

}
