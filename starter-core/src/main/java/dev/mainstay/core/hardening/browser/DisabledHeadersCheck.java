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

/**
 * The headers that protect browsers should not be switched off.
 */
final class DisabledHeadersCheck implements HardeningCheck {

	private static final String MAINSTAY = "dev.mainstay.security.headers.SecurityHeaders";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("HDR-08", Group.BROWSER, Severity.HIGH)
		.title("Each chain sends the headers that protect browsers")
		.why("""
				Without them a page may be framed by another site, answers stay in caches after the logout, and a \
				browser guesses what an upload is.""")
		.source("ASVS 5.0 3.4.4 and 3.4.6, OWASP A02:2025")
		.decides("""
				Looks for chains that write no headers. Passes if Mainstay's security headers are on, which are sent \
				with each answer. Not applicable without a chain; a chain without any filter is none.""")
		.fix("""
				// delete http.headers((headers) -> headers.disable()); to be framed by own pages:
				http.headers((headers) -> headers.frameOptions((frame) -> frame.sameOrigin()));""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedChain> chains = InspectedChains.of(application)
			.stream()
			.filter((chain) -> !chain.empty())
			.toList();
		if (chains.isEmpty()) {
			return Verdict.notApplicable("no security filter chain");
		}
		if (application.declares(MAINSTAY)) {
			return Verdict.pass();
		}
		return Verdict.of(chains.stream()
			.filter((chain) -> !chain.hasAny(ChainPart.HEADERS))
			.map((chain) -> Finding.of("the chain " + chain.name() + " writes no headers"))
			.toList());
	}

}
