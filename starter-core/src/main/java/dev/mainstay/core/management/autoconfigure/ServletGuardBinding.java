package dev.mainstay.core.management.autoconfigure;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The guard is bound to the handlers of Spring MVC, which serves the endpoints if it has
 * a servlet, or gets one for a separate management port. Jersey serves them otherwise,
 * and where the two meet it is not ours to tell who does.
 *
 * @param beans the beans of the application
 * @param environment the environment
 * @param jersey the name of the type by which an application configures Jersey
 */
record ServletGuardBinding(ListableBeanFactory beans, Environment environment, String jersey) implements GuardBinding {

	static final String JERSEY = "org.glassfish.jersey.server.ResourceConfig";

	@Override
	public boolean isInPlace() {
		boolean servesEndpoints = ManagementPortType.get(this.environment) == ManagementPortType.DIFFERENT
				|| hasBean(DispatcherServlet.class);
		return servesEndpoints && !hasJersey();
	}

	private boolean hasJersey() {
		ClassLoader classLoader = getClass().getClassLoader();
		return ClassUtils.isPresent(this.jersey, classLoader)
				&& hasBean(ClassUtils.resolveClassName(this.jersey, classLoader));
	}

	private boolean hasBean(Class<?> type) {
		return this.beans.getBeanNamesForType(type, true, false).length > 0;
	}

}
