package dev.mainstay.core.hardening.management;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Nobody unknown should change a running application.
 */
final class WritableEndpointsCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ACT-03", Group.MANAGEMENT, Severity.HIGH)
		.title("Endpoints change nothing for somebody unknown")
		.why("""
				Whoever may set the level of a logger fills the disk or has secrets logged; whoever may empty \
				caches brings the database down.""")
		.source("ASVS 5.0 13.4.5; Spring Boot reference, controlling access to endpoints")
		.decides("""
				Looks for operations that write or delete among the endpoints that are exposed over HTTP, and \
				asks Spring Security whether it lets an anonymous caller through to them. Endpoints behind \
				Mainstay's guard pass, and so do read-only ones.""")
		.fix("management.endpoints.access.max-permitted=read-only");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		return EndpointVerdict.of(application, (endpoint) -> endpoint.write() != Reach.NOBODY, ExposedEndpoint::write,
				(endpoint) -> endpoint.path() + " lets anybody change something");
	}

}
