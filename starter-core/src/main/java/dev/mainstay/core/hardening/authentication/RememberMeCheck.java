package dev.mainstay.core.hardening.authentication;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.ChainPart;
import dev.mainstay.core.hardening.web.InspectedChains;

/**
 * The key that signs logins for weeks should not be one that can be guessed.
 */
final class RememberMeCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-11", Group.AUTHENTICATION, Severity.MEDIUM)
		.title("The key of remembered logins cannot be guessed")
		.why("""
				Whoever has one cookie can try keys on a machine of their own, and with the key can go on making \
				cookies once a table of passwords is known.""")
		.source("ASVS 5.0 7.2.3 and 11.2.3")
		.decides("""
				Looks at the key of remember-me services that sign their cookies: shorter than 16 characters, or one \
				that stands in manuals. Those that keep tokens in a table have none. Not applicable without \
				remember-me.""")
		.fix("""
				http.rememberMe((remember) -> remember.key(rememberMeKey));
				# rememberMeKey: at least 32 random characters, from the environment""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (InspectedChains.of(application).stream().noneMatch((chain) -> chain.hasAny(ChainPart.REMEMBER_ME))) {
			return Verdict.notApplicable("no remember-me");
		}
		List<Finding> findings = RememberMeKeys.weakOnes(application).stream().map(Finding::of).toList();
		return Verdict.of(findings);
	}

}
