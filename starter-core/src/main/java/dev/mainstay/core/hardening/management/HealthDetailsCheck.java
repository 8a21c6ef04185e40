package dev.mainstay.core.hardening.management;

import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/**
 * The public should learn of the health of an application, not of its parts.
 */
final class HealthDetailsCheck implements HardeningCheck {

	private static final String GROUPS = "org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups";

	private static final String DETAILS = "management.endpoint.health.show-details";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ACT-05", Group.MANAGEMENT, Severity.MEDIUM)
		.title("The public sees no details of the health")
		.why("""
				The details name databases, brokers, versions, paths and errors, and tell an attacker which part \
				has just fallen over.""")
		.source("ASVS 5.0 13.4.6")
		.decides("""
				Asks the groups of the health endpoint whether they show details to an anonymous caller, and \
				Spring Security whether it lets one through. Not applicable without the endpoint, with a \
				management port of its own, or if a file for development says so.""")
		.fix("""
				management.endpoint.health.show-details=when-authorized
				management.endpoint.health.roles=ACTUATOR""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		String closed = ExposedEndpoints.closed(application);
		if (closed != null || !application.declares(GROUPS)) {
			return Verdict.notApplicable((closed != null) ? closed : "no health endpoint");
		}
		if (ManagementPort.isSeparate(application) || ForEverybody.isForDevelopment(application, DETAILS)) {
			return Verdict.notApplicable("not for the public");
		}
		if (!Groups.showDetails(application)) {
			return Verdict.pass();
		}
		Verdict verdict = EndpointVerdict.of(application, (endpoint) -> endpoint.id().equals("health"),
				ExposedEndpoint::read, (endpoint) -> endpoint.path() + " shows details to anybody");
		return verdict.findings().isEmpty() ? verdict : Verdict.fail(finding(application, verdict.findings().get(0)));
	}

	private static Finding finding(InspectedApplication application, Finding found) {
		return new Finding(found.evidence(), application.origin(DETAILS));
	}

	/**
	 * Needs the health endpoint.
	 */
	private static final class Groups {

		private static boolean showDetails(InspectedApplication application) {
			return application.beans(HealthEndpointGroups.class)
				.stream()
				.flatMap(Groups::all)
				.anyMatch((group) -> group != null && group.showDetails(SecurityContext.NONE));
		}

		private static Stream<HealthEndpointGroup> all(HealthEndpointGroups groups) {
			return Stream.concat(Stream.of(groups.getPrimary()), groups.getNames().stream().map(groups::get));
		}

	}

}
