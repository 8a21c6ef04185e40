package dev.mainstay.resilience.idempotency.autoconfigure;

import org.springframework.core.env.Environment;

/**
 * The switch of the feature, asked again when the beans are made: in an application that
 * was processed ahead of time, the conditions are frozen.
 */
final class IdempotencySwitch {

	private IdempotencySwitch() {
	}

	static boolean isOn(Environment environment) {
		return environment.getProperty("mainstay.enabled", Boolean.class, true)
				&& environment.getProperty("mainstay.idempotency.enabled", Boolean.class, true);
	}

}
