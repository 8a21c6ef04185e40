package dev.mainstay.core.hardening.management;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;

/**
 * The port of the management endpoints. Needs the Actuator.
 */
final class ManagementPort {

	private ManagementPort() {
	}

	static boolean isOpen(InspectedApplication application) {
		return type(application) != ManagementPortType.DISABLED;
	}

	static boolean isSeparate(InspectedApplication application) {
		return type(application) == ManagementPortType.DIFFERENT;
	}

	private static ManagementPortType type(InspectedApplication application) {
		return ManagementPortType.get(application.context().getEnvironment());
	}

}
