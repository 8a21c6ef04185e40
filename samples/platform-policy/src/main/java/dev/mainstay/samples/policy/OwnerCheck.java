package dev.mainstay.samples.policy;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Every service of the platform has a team that answers for it.
 */
final class OwnerCheck implements HardeningCheck {

	private static final String PROPERTY = "acme.owner";

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("ACME-01", Group.OPERATIONS, Severity.MEDIUM)
		.title("The service names the team that owns it")
		.why("Whoever is called at night has to find out whom to ask.")
		.source("The rules of the platform, 4.2")
		.decides("Looks at " + PROPERTY + ".")
		.fix(PROPERTY + "=team-orders");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		String owner = application.value(PROPERTY);
		return (owner != null && !owner.isBlank()) ? Verdict.pass() : Verdict.fail(application.setting(PROPERTY));
	}

}
