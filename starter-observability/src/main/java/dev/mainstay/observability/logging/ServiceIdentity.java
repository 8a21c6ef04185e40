package dev.mainstay.observability.logging;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetryResourceAttributes;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * What the service is called, the same in its logs as in its spans.
 */
final class ServiceIdentity {

	private static final String RESOURCE_ATTRIBUTES = "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetryResourceAttributes";

	private static final String UNKNOWN = "unknown_service";

	private ServiceIdentity() {
	}

	/**
	 * The fields of every line, without those that are not known.
	 */
	static Map<String, String> of(Environment environment) {
		Map<String, String> resource = new HashMap<>();
		resource.put(LogFields.SERVICE_NAME, environment.getProperty("spring.application.name", ""));
		if (ClassUtils.isPresent(RESOURCE_ATTRIBUTES, ServiceIdentity.class.getClassLoader())) {
			Resource.addTo(resource, environment);
		}
		resource.putIfAbsent(LogFields.SERVICE_VERSION, environment.getProperty("spring.application.version", ""));
		Map<String, String> fields = new LinkedHashMap<>();
		put(fields, LogFields.SERVICE_NAME, resource);
		put(fields, LogFields.SERVICE_VERSION, resource);
		put(fields, LogFields.ENVIRONMENT_NAME, resource);
		return fields;
	}

	private static void put(Map<String, String> fields, String name, Map<String, String> resource) {
		@Nullable String value = resource.get(name);
		if (StringUtils.hasText(value) && !UNKNOWN.equals(value)) {
			fields.put(name, value);
		}
	}

	/** Apart, so that the class is not needed where it is absent. */
	private static final class Resource {

		static void addTo(Map<String, String> resource, Environment environment) {
			Map<String, String> attributes = Binder.get(environment)
				.bind("management.opentelemetry.resource-attributes", Bindable.mapOf(String.class, String.class))
				.orElseGet(Map::of);
			new OpenTelemetryResourceAttributes(environment, attributes).applyTo(resource::put);
		}

	}

}
