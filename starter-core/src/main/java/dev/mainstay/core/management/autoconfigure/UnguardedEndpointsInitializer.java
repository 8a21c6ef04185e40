package dev.mainstay.core.management.autoconfigure;

import dev.mainstay.core.defaults.MainstayDefaults;
import dev.mainstay.core.management.GuardedEndpoints;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Has endpoints hidden that nothing guards, wherever Mainstay exposes any. Not an
 * auto-configuration: those can be excluded, and ahead of time they are chosen for an
 * application that may run with other switches. What exposes the endpoints depends on
 * neither, so that this must not, either.
 */
final class UnguardedEndpointsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String BEAN_NAME = "mainstayUnguardedEndpointsFilter";

	private static final boolean ENDPOINTS = ClassUtils.isPresent(
			"org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint",
			UnguardedEndpointsInitializer.class.getClassLoader());

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		if (ENDPOINTS && MainstayDefaults.provides(context.getEnvironment(), GuardedEndpoints.EXPOSURE)) {
			context.getBeanFactory()
				.registerSingleton(BEAN_NAME,
						new UnguardedEndpointsFilter(context.getEnvironment(), context.getBeanFactory()));
		}
	}

}
