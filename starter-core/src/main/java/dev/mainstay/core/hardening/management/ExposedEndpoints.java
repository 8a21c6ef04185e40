package dev.mainstay.core.hardening.management;

import java.util.List;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.DevelopmentSettings;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.management.GuardedEndpoints;
import org.jspecify.annotations.Nullable;

/**
 * The management endpoints that are exposed over HTTP, and whom they answer.
 */
final class ExposedEndpoints {

	private static final String SUPPLIER = "org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier";

	private static final String PORT = "org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType";

	private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127\\.[0-9.]+|::1|0:0:0:0:0:0:0:1");

	private ExposedEndpoints() {
	}

	/** Why there is nothing that anybody else could call, {@code null} if there is. */
	static @Nullable String closed(InspectedApplication application) {
		if (!application.hasClass(PORT) || !application.declares(SUPPLIER)) {
			return "no management endpoints over HTTP";
		}
		if (!ManagementPort.isOpen(application)) {
			return "no management port";
		}
		if (isLoopback(application)) {
			return "only this machine reaches the management port";
		}
		boolean desk = application.production() == null && DevelopmentSettings.isPlace(origin(application));
		return desk ? "exposed for development only" : null;
	}

	static List<ExposedEndpoint> of(InspectedApplication application) {
		return (closed(application) == null) ? WebEndpoints.of(application) : List.of();
	}

	/** A proxy on the same machine hands on to the port of the application. */
	private static boolean isLoopback(InspectedApplication application) {
		boolean separate = ManagementPort.isSeparate(application);
		String address = application.value(separate ? "management.server.address" : "server.address");
		return address != null && LOOPBACK.matcher(address.strip()).matches()
				&& (separate || application.production() == null);
	}

	/** Where somebody decided on what is exposed. */
	static @Nullable String origin(InspectedApplication application) {
		String origin = application.origin(GuardedEndpoints.EXPOSURE);
		return (origin != null) ? origin : application.origin(GuardedEndpoints.EXPOSURE + "[0]");
	}

}
