package dev.mainstay.core.management;

import dev.mainstay.core.defaults.DefaultCondition;
import dev.mainstay.core.mode.Switch;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Keeps Mainstay from exposing endpoints that nothing would guard: where the guard is
 * switched off, and where there is no web stack that it can be bound to. What is only
 * known when there are beans is for the filter of the endpoints.
 */
final class ManagementExposureCondition implements DefaultCondition {

	@Override
	public boolean matches(String name, Environment environment) {
		return !name.equals(GuardedEndpoints.EXPOSURE)
				|| (Switch.isOn(environment, GuardedEndpoints.ENABLED) && hasWebStack());
	}

	private static boolean hasWebStack() {
		ClassLoader classLoader = ManagementExposureCondition.class.getClassLoader();
		return ClassUtils.isPresent("org.springframework.web.servlet.DispatcherServlet", classLoader)
				|| ClassUtils.isPresent("org.springframework.web.reactive.DispatcherHandler", classLoader);
	}

}
