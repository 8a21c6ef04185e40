package dev.mainstay.security.management;

import java.util.Map;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.management.GuardedEndpoints;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Stands in for a policy jar of an organisation that exposes more than Mainstay does:
 * what {@code test.exposed} lists.
 */
class ExposedByPolicy implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		String exposed = context.getEnvironment().getProperty("test.exposed");
		if (exposed != null) {
			context.getEnvironment()
				.getPropertySources()
				.addBefore(MainstayDefaults.DEFAULTS, new MapPropertySource(MainstayDefaults.POLICY,
						Map.of(GuardedEndpoints.EXPOSURE, "health,prometheus," + exposed)));
		}
	}

}
