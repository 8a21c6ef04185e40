package dev.mainstay.observability.slo.autoconfigure;

import org.springframework.core.env.Environment;

/**
 * The name by which metrics and alerts know the service.
 */
final class ServiceName {

	private static final String UNKNOWN = "application";

	private ServiceName() {
	}

	static String of(Environment environment) {
		String name = environment.getProperty("spring.application.name", "");
		return name.isBlank() ? UNKNOWN : name;
	}

}
