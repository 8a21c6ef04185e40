package dev.mainstay.core.hardening.policy;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * A service should not weaken what its organisation has locked.
 */
final class PolicyCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("POL-01", Group.OPERATIONS, Severity.HIGH)
		.title("Nothing that the organisation's policy locks is weakened")
		.why("""
				The organisation relies on this setting in every service, and its own checks and playbooks assume \
				it.""")
		.source("The policy of the organisation, META-INF/mainstay/policy.properties")
		.decides("""
				Compares the effective value of every property that the policy names in mainstay.hardening.locked \
				with the policy's. A higher rung is not weaker; any other difference is. Not applicable without a \
				policy that locks something.""")
		.fix("""
				Remove the property from the service,
				or agree with the owners of the policy, and waive POL-01 for a time.""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		PolicyLocks locks = new PolicyLocks((ConfigurableEnvironment) application.context().getEnvironment());
		if (locks.names().isEmpty()) {
			return Verdict.notApplicable("no policy locks anything");
		}
		List<Finding> findings = locks.weakened()
			.stream()
			.map((attempt) -> new Finding(attempt.evidence(), attempt.origins()))
			.toList();
		return Verdict.of(findings);
	}

}
