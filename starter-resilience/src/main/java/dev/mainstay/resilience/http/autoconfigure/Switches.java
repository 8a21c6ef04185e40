package dev.mainstay.resilience.http.autoconfigure;

import org.springframework.core.env.Environment;

/**
 * Reads the main switch at run time: in an application that was processed ahead of time
 * the conditions of beans have been decided when it was built.
 */
final class Switches {

	private Switches() {
	}

	static boolean isOn(Environment environment) {
		return environment.getProperty("mainstay.enabled", Boolean.class, true);
	}

}
