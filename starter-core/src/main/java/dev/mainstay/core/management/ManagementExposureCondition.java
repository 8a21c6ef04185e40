package dev.mainstay.core.management;

import dev.mainstay.core.defaults.DefaultCondition;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Keeps Mainstay from exposing endpoints that nothing would guard: where the guard is
 * switched off, and where there is no web stack that it can be bound to.
 */
final class ManagementExposureCondition implements DefaultCondition {

	private static final String ENABLED = "mainstay.security.management.enabled";

	@Override
	public boolean matches(String name, Environment environment) {
		return !name.equals(GuardedEndpoints.EXPOSURE)
				|| (environment.getProperty(ENABLED, Boolean.class, true) && hasWebStack());
	}

	private static boolean hasWebStack() {
		ClassLoader classLoader = ManagementExposureCondition.class.getClassLoader();
		return ClassUtils.isPresent("org.springframework.web.servlet.DispatcherServlet", classLoader)
				|| ClassUtils.isPresent("org.springframework.web.reactive.DispatcherHandler", classLoader);
	}

}
