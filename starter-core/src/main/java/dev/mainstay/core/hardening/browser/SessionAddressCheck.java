package dev.mainstay.core.hardening.browser;

import java.util.List;
import java.util.Locale;

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
 * The id of a session should not stand in an address.
 */
final class SessionAddressCheck implements HardeningCheck {

	private static final String PROPERTY = "server.servlet.session.tracking-modes";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SES-02", Group.BROWSER, Severity.HIGH)
		.title("Sessions are in cookies, not in addresses")
		.why("""
				An address with the id of a session ends in logs, in bookmarks and in the mail to a colleague, who is \
				then the user.""")
		.source("ASVS 5.0 14.2.1")
		.decides("""
				Where something begins sessions, asks the servlet container whether it keeps them in addresses. Passes \
				if each chain keeps the id out of addresses, unless the property asks for them, and with Spring \
				Session. Not applicable where nothing begins sessions.""")
		.fix(PROPERTY + "=cookie");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!Sessions.arePossible(application)) {
			return Verdict.notApplicable("nothing begins a session");
		}
		if (isAskedFor(application)) {
			return Verdict.fail(application.setting(PROPERTY));
		}
		if (Sessions.ofSpringSession(application) || !ServletSessions.areInAddresses(application)) {
			return Verdict.pass();
		}
		List<InspectedChain> chains = InspectedChains.of(application);
		if (chains.isEmpty()) {
			return Verdict.fail(application.setting(PROPERTY));
		}
		return Verdict.of(Sessions.begunBy(application)
			.filter((chain) -> !chain.hasAny(ChainPart.NO_SESSION_IN_ADDRESSES))
			.map((chain) -> Finding.of("the chain " + chain.name() + " lets sessions into addresses"))
			.toList());
	}

	private static boolean isAskedFor(InspectedApplication application) {
		String modes = application.value(PROPERTY);
		return modes != null && List.of(modes.toLowerCase(Locale.ROOT).split("[\\s,]+")).contains("url");
	}

}
