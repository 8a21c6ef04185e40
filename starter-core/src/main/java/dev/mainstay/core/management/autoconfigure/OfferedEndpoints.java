package dev.mainstay.core.management.autoconfigure;

import java.util.List;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.management.GuardedEndpoints;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * The endpoints that Mainstay would expose if the application had no list of its own.
 */
final class OfferedEndpoints {

	private static final String PROMETHEUS_REGISTRY = "io.micrometer.prometheusmetrics.PrometheusMeterRegistry";

	private OfferedEndpoints() {
	}

	static List<String> in(ConfigurableEnvironment environment) {
		PropertySource<?> defaults = environment.getPropertySources().get(MainstayDefaults.DEFAULTS);
		Object list = (defaults != null) ? defaults.getProperty(GuardedEndpoints.EXPOSURE) : null;
		return StringUtils.commaDelimitedListToSet((list != null) ? list.toString() : "")
			.stream()
			.map(String::strip)
			.filter(OfferedEndpoints::isAvailable)
			.toList();
	}

	/** Nobody misses a scrape endpoint that would have nothing to show. */
	private static boolean isAvailable(String id) {
		return !id.equals("prometheus")
				|| ClassUtils.isPresent(PROMETHEUS_REGISTRY, OfferedEndpoints.class.getClassLoader());
	}

}
