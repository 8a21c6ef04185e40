package dev.mainstay.core.hardening.management;

import dev.mainstay.core.hardening.DevelopmentSettings;
import dev.mainstay.core.hardening.InspectedApplication;

/**
 * Reads a setting that can be {@code always}, for everybody.
 */
final class ForEverybody {

	private ForEverybody() {
	}

	static boolean isSet(InspectedApplication application, String name) {
		String value = application.value(name);
		return value != null && value.strip().equalsIgnoreCase("always") && !isForDevelopment(application, name);
	}

	static boolean isForDevelopment(InspectedApplication application, String name) {
		return application.production() == null && DevelopmentSettings.isPlace(application.origin(name));
	}

}
