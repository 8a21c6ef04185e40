package dev.mainstay.security.management;

import java.util.Map;

import dev.mainstay.core.management.GuardedEndpoints;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The list of exposed endpoints as Mainstay's defaults have it, which makes the guard
 * stand in front of them.
 */
final class GuardedByDefault {

	private GuardedByDefault() {
	}

	static void in(ConfigurableEnvironment environment) {
		environment.getPropertySources()
			.addLast(new MapPropertySource("mainstayDefaults", Map.of(GuardedEndpoints.EXPOSURE, "keys,health")));
	}

}
