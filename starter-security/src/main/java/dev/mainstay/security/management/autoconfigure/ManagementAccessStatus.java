package dev.mainstay.security.management.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;

/**
 * Says who is admitted.
 *
 * @param reason the ways to be admitted
 */
record ManagementAccessStatus(String reason) implements FeatureStatus {

	static ManagementAccessStatus of(ManagementAccessProperties properties) {
		StringBuilder ways = new StringBuilder("role ").append(properties.role());
		if (properties.token() != null) {
			ways.append(", bearer token");
		}
		if (!properties.scrapeFrom().isEmpty()) {
			ways.append(", prometheus from ").append(String.join(" ", properties.scrapeFrom()));
		}
		return new ManagementAccessStatus(ways.toString());
	}

	@Override
	public String feature() {
		return "management-access";
	}

}
