package dev.mainstay.core.management.autoconfigure;

import java.util.List;
import java.util.Map;

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

	/** What has to be there for an endpoint that not every application can have. */
	private static final Map<String, String> NEEDED = Map.of("prometheus",
			"io.micrometer.prometheusmetrics.PrometheusMeterRegistry", "resilience",
			"dev.mainstay.resilience.actuate.ResilienceEndpoint", "idempotency",
			"dev.mainstay.resilience.idempotency.actuate.IdempotencyEndpoint", "errorgroups",
			"dev.mainstay.observability.errorgroups.actuate.ErrorGroupsEndpoint");

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

	/** Nobody misses an endpoint that would have nothing to show. */
	private static boolean isAvailable(String id) {
		String needed = NEEDED.get(id);
		return needed == null || ClassUtils.isPresent(needed, OfferedEndpoints.class.getClassLoader());
	}

}
