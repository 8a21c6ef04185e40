package dev.mainstay.observability.telemetry.autoconfigure;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * The agent of OpenTelemetry, which exports by itself what happens in this process.
 */
final class OpenTelemetryAgent {

	private static final String CLASS = "io.opentelemetry.javaagent.OpenTelemetryAgent";

	/** Which Spring Boot has mapped to properties of its own. */
	private static final String VARIABLES = "openTelemetryEnvironmentVariables";

	private OpenTelemetryAgent() {
	}

	/**
	 * Whether the agent sends what this process would send, because both were told by the
	 * same variables of OpenTelemetry. An application that has set the property of Spring
	 * Boot itself has asked for it.
	 * @param property the name of the property with the address for a signal
	 */
	static boolean exportsInsteadOf(String property, Environment environment) {
		return isAttached() && (!(environment instanceof ConfigurableEnvironment configurable)
				|| isMapped(property, configurable.getPropertySources()));
	}

	private static boolean isMapped(String property, MutablePropertySources sources) {
		PropertySource<?> mapped = sources.get(VARIABLES);
		return mapped != null && mapped.containsProperty(property);
	}

	/** An agent can be attached and told to do nothing. */
	static boolean isAttached() {
		return ClassUtils.isPresent(CLASS, ClassLoader.getSystemClassLoader())
				&& !"false".equalsIgnoreCase(System.getProperty("otel.javaagent.enabled"))
				&& !"false".equalsIgnoreCase(System.getenv("OTEL_JAVAAGENT_ENABLED"));
	}

}
