package dev.mainstay.security.management;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.management.GuardedEndpoints;
import dev.mainstay.core.management.ManagementAccessPolicy;

import org.springframework.util.StringUtils;

/**
 * An endpoint that nobody can read is one that is opened in a hurry, and for everybody.
 */
final class NobodyAdmittedCheck implements HardeningCheck {

	private static final String PREFIX = "mainstay.security.management.";

	private static final List<String> CHAINS = List.of("org.springframework.security.web.FilterChainProxy",
			"org.springframework.security.web.server.WebFilterChainProxy");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ACT-11", Group.MANAGEMENT, Severity.LOW)
		.title("Somebody is admitted to the guarded endpoints")
		.why("""
				Without metrics and without the sheet nobody sees an outage come, and what was locked for \
				everybody is opened for everybody while it lasts.""")
		.source("Production readiness review, monitoring")
		.decides("""
				Where a process on the same machine is not admitted, looks for any other way in: a token, addresses \
				of scrapers, Spring Security with its roles and rules, and policies of the application. Not \
				applicable where the loopback rule is on, as it is by default, and where the guard stands in front \
				of nothing.""")
		.fix("""
				mainstay.security.management.token=${MANAGEMENT_TOKEN}
				# or, for prometheus, the addresses of the scrapers
				mainstay.security.management.scrape-from=10.20.0.0/16""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.beans(GuardedEndpoints.class).stream().noneMatch(GuardedEndpoints::exposedByMainstay)) {
			return Verdict.notApplicable("the guard stands in front of nothing");
		}
		if (application.isTrue(PREFIX + "loopback", true)) {
			return Verdict.notApplicable("a process on the same machine is admitted");
		}
		return admitsSomebody(application) ? Verdict.pass()
				: Verdict.fail(new Finding("no policy admits anybody to the guarded endpoints",
						application.origin(PREFIX + "loopback")));
	}

	/** Who has a role is known to the application's own security alone. */
	private static boolean admitsSomebody(InspectedApplication application) {
		return CHAINS.stream().anyMatch(application::declares) || hasScrapers(application) || hasPolicy(application);
	}

	private static boolean hasScrapers(InspectedApplication application) {
		return StringUtils.hasText(application.value(PREFIX + "scrape-from"))
				|| application.value(PREFIX + "scrape-from[0]") != null;
	}

	/** Those of an application that is lazy are not there yet. */
	private static boolean hasPolicy(InspectedApplication application) {
		Map<String, ManagementAccessPolicy> policies = application.namedBeans(ManagementAccessPolicy.class);
		return policies.isEmpty() || policies.entrySet().stream().anyMatch(NobodyAdmittedCheck::isAWayIn);
	}

	/** A policy with a challenge has a secret to compare with. */
	private static boolean isAWayIn(Map.Entry<String, ManagementAccessPolicy> policy) {
		boolean ours = policy.getKey().startsWith("mainstay")
				&& policy.getValue().getClass().getName().startsWith("dev.mainstay.");
		return !ours || policy.getValue().challenge() != null;
	}

}
