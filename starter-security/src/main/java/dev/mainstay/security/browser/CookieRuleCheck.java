package dev.mainstay.security.browser;

import java.util.Optional;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Where cookies were seen that lack something, the rule should hold.
 */
final class CookieRuleCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SES-07", Group.BROWSER, Severity.LOW)
		.basis(Basis.OBSERVATION)
		.title("Cookies have the attributes that keep them here")
		.why("""
				Browsers differ in what they make of a cookie without SameSite, and send one without Secure in clear \
				to whoever answers for the host.""")
		.source("ASVS 5.0 3.3.1 and 3.3.2")
		.decides("""
				Asks Mainstay's rule on cookies how many answers it has changed, or would have. A rule that only \
				reports counts in production, as a desk is not reached by https. Not applicable before such a cookie \
				was seen, and where the rule is off, as it sees none then.""")
		.fix("mainstay." + CookieAttributes.RULE + "=enforce");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		Optional<InspectedRule> rule = InspectedRule.of(application, CookieAttributes.RULE);
		if (rule.isEmpty()) {
			return Verdict.notApplicable("Mainstay does not look at cookies");
		}
		if (rule.get().isEnforced()) {
			return Verdict.pass();
		}
		long hits = rule.get().rule().hits();
		return (hits == 0 || !rule.get().isDueIn(application))
				? Verdict.notApplicable("no cookie that lacks something was seen in production")
				: Verdict.fail(rule.get()
					.finding(application,
							": cookies of " + hits + " of " + rule.get().requests() + " answers lack something"));
	}

}
