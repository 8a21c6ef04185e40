package dev.mainstay.resilience.deadline.autoconfigure;

import java.util.List;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.resilience.deadline.jdbc.DeadlineDataSources;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Says whether any request can have a deadline, and whose statements know of none.
 */
final class DeadlineStatus implements FeatureStatus {

	private final Environment environment;

	private final DeadlineDataSources dataSources;

	DeadlineStatus(Environment environment, DeadlineDataSources dataSources) {
		this.environment = environment;
		this.dataSources = dataSources;
	}

	@Override
	public String feature() {
		return "deadline";
	}

	@Override
	public FeatureState state() {
		if (!Switch.isOn(this.environment, PossibleDeadlines.ENABLED)) {
			return FeatureState.OFF;
		}
		return PossibleDeadlines.in(this.environment) ? FeatureState.ON : FeatureState.NOT_APPLICABLE;
	}

	@Override
	public @Nullable String reason() {
		return switch (state()) {
			case OFF -> "switched off when the application started";
			case NOT_APPLICABLE -> "no caller is trusted with a deadline (mainstay.trusted-proxies), and requests have "
					+ "none of the service (mainstay.deadline.default)";
			default -> remark();
		};
	}

	private @Nullable String remark() {
		List<String> leftAlone = this.dataSources.leftAlone();
		return leftAlone.isEmpty() ? null : "not for the statements of " + String.join(", ", leftAlone)
				+ ", which is a class that cannot be extended";
	}

}
