package dev.mainstay.core.hardening.browser;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.ChainPart;
import dev.mainstay.core.hardening.web.InspectedChain;
import dev.mainstay.core.hardening.web.InspectedChains;
import dev.mainstay.core.hardening.web.InspectedPages;

/**
 * What a browser sends by itself should not be taken for what its user wants.
 */
final class CsrfCheck implements HardeningCheck {

	private static final ChainPart[] LOGINS = { ChainPart.FORM_LOGIN, ChainPart.FEDERATED_LOGIN, ChainPart.REMEMBER_ME,
			ChainPart.EAGER_SESSION };

	private static final CheckDescription DESCRIPTION = CheckDescription.of("CSRF-01", Group.BROWSER, Severity.HIGH)
		.title("Other sites cannot act in a user's name")
		.why("""
				A browser adds the cookie of the session to whatever a page of another site sends: one visit there is \
				enough to order, to delete or to change the password here.""")
		.source("ASVS 5.0 3.5.1, OWASP Cross-Site Request Forgery Prevention Cheat Sheet")
		.decides("""
				Looks for chains with a login that a browser remembers (form, OAuth 2.0, SAML, remember-me, a session \
				for everybody; HTTP Basic if the application has pages but no login page) and no protection against \
				forged requests. Chains for bearer tokens, or for programs that use HTTP Basic, need none. Not \
				applicable without a chain.""")
		.fix("""
				// delete http.csrf((csrf) -> csrf.disable()), and leave out only what has no cookie:
				http.csrf((csrf) -> csrf.ignoringRequestMatchers("/webhooks/**"));""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedChain> chains = InspectedChains.of(application);
		if (chains.isEmpty()) {
			return Verdict.notApplicable("no security filter chain");
		}
		boolean basicForPeople = chains.stream().noneMatch((chain) -> chain.hasAny(LOGINS))
				&& InspectedPages.signOf(application) != null;
		return Verdict.of(chains.stream()
			.filter((chain) -> !chain.hasAny(ChainPart.CSRF))
			.filter((chain) -> chain.hasAny(LOGINS) || (basicForPeople && chain.hasAny(ChainPart.BASIC)))
			.map((chain) -> Finding.of("the chain " + chain.name() + " has a login for browsers, but no CSRF filter"))
			.toList());
	}

}
