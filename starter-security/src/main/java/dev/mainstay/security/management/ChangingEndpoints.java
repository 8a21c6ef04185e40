package dev.mainstay.security.management;

import java.util.Set;
import java.util.TreeSet;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.management.GuardedEndpoints;

import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;

/**
 * The guarded endpoints that let callers change something, by a property that does not
 * name them. Needs the Actuator.
 *
 * @param application the application
 * @param guarded says what is guarded
 */
record ChangingEndpoints(InspectedApplication application, GuardedEndpoints guarded) {

	Set<String> ids() {
		Set<String> ids = new TreeSet<>();
		for (WebEndpointsSupplier supplier : this.application.beans(WebEndpointsSupplier.class)) {
			supplier.getEndpoints()
				.stream()
				.filter(ChangingEndpoints::changesSomething)
				.map((endpoint) -> endpoint.getEndpointId().toLowerCaseString())
				.filter(this::isOpenUnnamed)
				.forEach(ids::add);
		}
		return ids;
	}

	private static boolean changesSomething(ExposableWebEndpoint endpoint) {
		return endpoint.getOperations().stream().anyMatch((operation) -> operation.getType() != OperationType.READ);
	}

	private boolean isOpenUnnamed(String id) {
		return this.guarded.contains(id) && this.guarded.allowsWriting(id)
				&& !GuardedAccessCheck.isUnrestricted(this.application, "management.endpoint." + id + ".access");
	}

}
