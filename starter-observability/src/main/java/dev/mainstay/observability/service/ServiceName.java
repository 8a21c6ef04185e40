package dev.mainstay.observability.service;

import org.springframework.core.env.Environment;

/**
 * The name by which metrics and alerts know the service.
 *
 * @since 0.1.0
 */
public final class ServiceName {

	private static final String UNKNOWN = "application";

	private ServiceName() {
	}

	/**
	 * Read the name.
	 * @param environment has it, or has none
	 * @return the name of the application, {@value #UNKNOWN} if it has none
	 */
	public static String of(Environment environment) {
		String name = environment.getProperty("spring.application.name", "");
		return name.isBlank() ? UNKNOWN : name;
	}

}
