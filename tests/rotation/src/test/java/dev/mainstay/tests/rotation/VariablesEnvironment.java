package dev.mainstay.tests.rotation;

import java.util.HashMap;
import java.util.Map;

import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * An environment with variables that this process does not have.
 */
final class VariablesEnvironment extends StandardEnvironment {

	VariablesEnvironment(Map<String, Object> variables) {
		getPropertySources().replace(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
	}

}
