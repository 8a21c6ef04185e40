package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.probe.web.Probers;
import dev.mainstay.core.hardening.web.AnonymousRules;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

/**
 * The map of what a stranger reaches. Whether that is too much is for AUTH-01 and
 * AUTH-05.
 */
final class ReachableHandlersCheck implements HardeningCheck {

	private static final int MOST = 200;

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-12", Group.AUTHENTICATION, Severity.LOW)
		.basis(Basis.OBSERVATION)
		.title("It is known what a stranger reaches")
		.why("""
				A list of all that answers without a login is read in a minute, and shows the one that nobody meant. \
				AUTH-01 and AUTH-05 ask only about what changes something.""")
		.source("ASVS 5.0 8.1.1, OWASP API9:2023")
		.decides("""
				A probe: goes as a stranger to each handler of the application through all filters and interceptors, \
				and lists those it gets through to; none is called. Those that an annotation guards are left out. \
				Passes by listing, 200 at most. Not applicable without handlers, and unless probes are on.""")
		.fix("mainstay.hardening.probes=true");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedHandler> handlers = InspectedHandlers.of(application);
		if (Probers.of(application) == null) {
			return Verdict.notApplicable(Probers.missing(application));
		}
		if (handlers.isEmpty()) {
			return Verdict.notApplicable("no handlers");
		}
		List<String> open = AnonymousRules.of(application)
			.map((rules) -> AnonymousAccess.of(application, handlers, rules).open())
			.orElse(List.of());
		Stream<String> more = (open.size() > MOST) ? Stream.of((open.size() - MOST) + " more") : Stream.empty();
		return Verdict.pass(Stream.concat(open.stream().limit(MOST), more).map(Finding::of).toList());
	}

}
