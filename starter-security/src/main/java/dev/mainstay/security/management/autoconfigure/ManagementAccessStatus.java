package dev.mainstay.security.management.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;

/**
 * Says who is admitted.
 *
 * @param state whether anybody is asked for
 * @param reason the ways to be admitted, or what switches the feature off
 */
record ManagementAccessStatus(FeatureState state, String reason) implements FeatureStatus {

	static ManagementAccessStatus on(ManagementAccessProperties properties) {
		StringBuilder ways = new StringBuilder("role ").append(properties.role());
		if (properties.hasToken()) {
			ways.append(", bearer token");
		}
		if (!properties.scrapeFrom().isEmpty()) {
			ways.append(", prometheus from ").append(String.join(" ", properties.scrapeFrom()));
		}
		return new ManagementAccessStatus(FeatureState.ON, ways.toString());
	}

	static ManagementAccessStatus off() {
		return new ManagementAccessStatus(FeatureState.OFF, "switched off since the application was built");
	}

	@Override
	public String feature() {
		return "management-access";
	}

}
