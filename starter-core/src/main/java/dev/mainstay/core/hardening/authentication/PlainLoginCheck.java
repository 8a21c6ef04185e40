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
import dev.mainstay.core.hardening.web.InspectedChain;
import dev.mainstay.core.hardening.web.InspectedChains;
import dev.mainstay.core.hardening.web.TransportSecurity;

/**
 * A password should not go over the network in clear.
 */
final class PlainLoginCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-08", Group.AUTHENTICATION, Severity.HIGH)
		.title("Passwords come over TLS only")
		.why("""
				HTTP Basic sends the password with each request and a form with each login: without TLS everybody on \
				the way can read it.""")
		.source("ASVS 5.0 12.2.1")
		.decides("""
				In production, looks for chains with form login or HTTP Basic, and for a sign of TLS: a certificate of \
				the service, a proxy that it believes (server.forward-headers-strategy, a cloud platform), a chain \
				that asks for TLS, or an address that only the machine itself reaches. Not applicable if no chain \
				takes a password.""")
		.fix("""
				server.ssl.bundle=web
				# or, behind a proxy with TLS
				server.forward-headers-strategy=native""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedChain> chains = InspectedChains.of(application)
			.stream()
			.filter((chain) -> chain.hasAny(ChainPart.FORM_LOGIN, ChainPart.BASIC))
			.toList();
		if (chains.isEmpty()) {
			return Verdict.notApplicable("no chain takes a password");
		}
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		if (TransportSecurity.signOf(application) != null) {
			return Verdict.pass();
		}
		return Verdict.of(chains.stream()
			.map((chain) -> Finding
				.of("the chain " + chain.name() + " takes passwords, and nothing says that they " + "come over TLS"))
			.toList());
	}

}
