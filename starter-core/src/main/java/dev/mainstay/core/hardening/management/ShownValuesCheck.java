package dev.mainstay.core.hardening.management;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * No endpoint should show the values of settings to everybody who reaches it.
 */
final class ShownValuesCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("ACT-04", Group.MANAGEMENT, Severity.BLOCKER)
		.title("No exposed endpoint shows the values of settings to everybody")
		.why("""
				Passwords, keys and tokens are settings: whoever opens the page has them all, in plain text, and \
				so has everything that stores the answer.""")
		.source("ASVS 5.0 16.2.5, 13.4.5")
		.decides("""
				Looks for show-values=always of the endpoints env, configprops and quartz while they are exposed \
				over HTTP, whoever may log in. Behind Mainstay's guard it passes. Not applicable if only this \
				machine reaches their port, or if a file for development says so.""")
		.fix("""
				management.endpoint.env.show-values=when-authorized
				management.endpoint.env.roles=ACTUATOR""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		String closed = ExposedEndpoints.closed(application);
		if (closed != null) {
			return Verdict.notApplicable(closed);
		}
		List<Finding> findings = ExposedEndpoints.of(application)
			.stream()
			.filter((endpoint) -> List.of("env", "configprops", "quartz").contains(endpoint.id()))
			.map((endpoint) -> "management.endpoint." + endpoint.id() + ".show-values")
			.filter((name) -> ForEverybody.isSet(application, name))
			.map(application::setting)
			.toList();
		return Verdict.of(findings);
	}

}
