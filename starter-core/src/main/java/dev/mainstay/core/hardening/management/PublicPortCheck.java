package dev.mainstay.core.hardening.management;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.management.GuardedEndpoints;

/**
 * Metrics should not be public only because they share the port of the application.
 */
final class PublicPortCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ACT-06", Group.MANAGEMENT, Severity.MEDIUM)
		.title("The public port answers nobody unknown with metrics and the like")
		.why("""
				Metrics tell a stranger the load, the paths, the pools and the versions of a service: where to \
				push, and whether it worked.""")
		.source("OWASP REST Security Cheat Sheet, management endpoints; ASVS 5.0 13.4.5")
		.decides("""
				In production, looks for endpoints other than health, info and the ones of ACT-01 and ACT-09 that \
				share the port of the application and answer an anonymous caller. Not applicable without a sign \
				of production, or with a management port of its own.""")
		.fix("""
				# delete your own list, so that Mainstay's guard stands in front of them, or
				management.server.port=9090""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		if (ExposedEndpoints.closed(application) == null && ManagementPort.isSeparate(application)) {
			return Verdict.notApplicable("a management port of its own");
		}
		return EndpointVerdict.of(application, (endpoint) -> isOther(endpoint.id()), ExposedEndpoint::any,
				(endpoint) -> endpoint.path() + " answers anybody on the port of the application");
	}

	private static boolean isOther(String id) {
		return !GuardedEndpoints.OPEN.contains(id) && !SensitiveEndpointsCheck.SENSITIVE.contains(id)
				&& !MainstayEndpointsCheck.OURS.contains(id);
	}

}
