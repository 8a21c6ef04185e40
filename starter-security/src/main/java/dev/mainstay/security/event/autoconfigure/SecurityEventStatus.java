package dev.mainstay.security.event.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;

/**
 * Says what is not seen, if anything.
 *
 * @param enabled whether it is switched on at run time
 * @param unseen asked for what is not seen
 */
record SecurityEventStatus(boolean enabled, Supplier<List<String>> unseen) implements FeatureStatus {

	@Override
	public String feature() {
		return "security-events";
	}

	@Override
	public FeatureState state() {
		return this.enabled ? FeatureState.ON : FeatureState.OFF;
	}

	@Override
	public @Nullable String reason() {
		if (!this.enabled) {
			return "switched off since the application was built";
		}
		List<String> remarks = this.unseen.get();
		return remarks.isEmpty() ? null : String.join("; ", remarks);
	}

}
