package dev.mainstay.observability.logging.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;

/**
 * What became of the log format.
 */
record LogFormatStatus(FeatureState state, @Nullable String reason) implements FeatureStatus {

	@Override
	public String feature() {
		return "logging";
	}

}
