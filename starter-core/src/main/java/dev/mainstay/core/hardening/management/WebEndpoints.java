package dev.mainstay.core.hardening.management;

import java.util.Comparator;
import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.probe.web.ServletPath;
import dev.mainstay.core.management.ManagementGuard;

import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.ExposableWebEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.web.WebOperation;

/**
 * Reads the exposed endpoints of the Actuator, which it needs.
 *
 * @param application the application
 * @param callers tells whom the application answers
 * @param mapping the path below which the endpoints are
 */
record WebEndpoints(InspectedApplication application, AnonymousCallers callers, EndpointMapping mapping) {

	private static final String DEFAULT_PATH = "/actuator";

	static List<ExposedEndpoint> of(InspectedApplication application) {
		String path = application.beans(PathMappedEndpoints.class)
			.stream()
			.map(PathMappedEndpoints::getBasePath)
			.findFirst()
			.orElse(DEFAULT_PATH);
		EndpointMapping mapping = new EndpointMapping(servletPath(application) + path);
		WebEndpoints reader = new WebEndpoints(application, AnonymousCallers.of(application), mapping);
		return application.beans(WebEndpointsSupplier.class)
			.stream()
			.flatMap((supplier) -> supplier.getEndpoints().stream())
			.map(reader::read)
			.distinct()
			.sorted(Comparator.comparing(ExposedEndpoint::id))
			.toList();
	}

	private static String servletPath(InspectedApplication application) {
		return ManagementPort.isSeparate(application) ? "" : ServletPath.of(application);
	}

	private ExposedEndpoint read(ExposableWebEndpoint endpoint) {
		Reach read = Reach.NOBODY;
		Reach write = Reach.NOBODY;
		String id = endpoint.getEndpointId().toLowerCaseString();
		for (WebOperation operation : endpoint.getOperations()) {
			Reach reach = reach(id, operation);
			read = (operation.getType() == OperationType.READ) ? read.or(reach) : read;
			write = (operation.getType() != OperationType.READ) ? write.or(reach) : write;
		}
		return new ExposedEndpoint(id, this.mapping.createSubPath(endpoint.getRootPath()), read, write);
	}

	private Reach reach(String id, WebOperation operation) {
		if (this.application.beans(ManagementGuard.class).stream().anyMatch((guard) -> guard.guards(id))) {
			return Reach.ADMITTED;
		}
		String path = operation.getRequestPredicate().getPath().replaceAll("\\{[^}]*}", "any");
		return this.callers.reach(this.mapping.createSubPath(path),
				operation.getRequestPredicate().getHttpMethod().name());
	}

}
