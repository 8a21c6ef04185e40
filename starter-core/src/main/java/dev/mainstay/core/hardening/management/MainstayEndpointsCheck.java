package dev.mainstay.core.hardening.management;

import java.util.Set;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.management.GuardedEndpoints;

/**
 * The sheet of what an application lacks is nobody else's business.
 */
final class MainstayEndpointsCheck implements HardeningCheck {

	/** What tells a stranger where to begin. */
	static final Set<String> OURS = Set.of("errorgroups", "hardening", "idempotency", "mainstay", "resilience", "slo");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ACT-09", Group.MANAGEMENT, Severity.HIGH)
		.title("The endpoints of Mainstay answer nobody unknown")
		.why("""
				They list what protects this service and what does not: the plan of whoever attacks it. The guard \
				stands in front of them as long as it is on and the list of exposed endpoints is not your own.""")
		.source("ASVS 5.0 13.4.5")
		.decides(
				"""
						Looks whether the endpoints mainstay, hardening, resilience, idempotency, errorgroups or slo are exposed \
						over HTTP without the guard, and asks Spring Security whether it lets an anonymous caller through to \
						them.""")
		.fix("""
				mainstay.security.management.enabled=true
				# and delete your own management.endpoints.web.exposure.include, or leave them out of it
				management.endpoints.web.exposure.exclude=mainstay,hardening,resilience,idempotency,errorgroups,slo""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		String why = application.isTrue(GuardedEndpoints.ENABLED, true) ? " answers anybody: the list is your own"
				: " answers anybody: the guard is switched off";
		return EndpointVerdict.of(application, (endpoint) -> OURS.contains(endpoint.id()), ExposedEndpoint::any,
				(endpoint) -> endpoint.path() + why);
	}

}
