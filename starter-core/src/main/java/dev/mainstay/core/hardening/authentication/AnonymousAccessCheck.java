package dev.mainstay.core.hardening.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.AnonymousRules;
import dev.mainstay.core.hardening.web.InspectedChains;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

/**
 * A chain should not let nobody in particular change something.
 */
final class AnonymousAccessCheck implements HardeningCheck {

	private static final int MOST = 20;

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-05", Group.AUTHENTICATION, Severity.HIGH)
		.title("Nobody changes anything without logging in")
		.why("""
				A rule that is too wide, or a path that no rule names, is open to everybody, while the login page \
				makes it look as if all were guarded.""")
		.source("ASVS 5.0 8.2.1, OWASP API5:2023")
		.decides("""
				Asks the rules of the servlet stack about each handler that changes something (POST, PUT, PATCH, \
				DELETE), for a user who has not logged in. Paths that sound as if meant for everybody (login, \
				register, password, token, webhook, public ...) and methods that an annotation guards pass. Unknown on \
				the reactive stack, with a filter of the application that may authenticate, with method security only, \
				and if everything is open but only answers. A probe goes through all filters and interceptors instead, \
				on both stacks, up to the handler. AUTH-12 lists all that is open. Not applicable without a \
				chain or handlers.""")
		.fix("""
				http.authorizeHttpRequests((requests) -> requests
					.requestMatchers(HttpMethod.POST, "/login").permitAll()
					.anyRequest().authenticated());""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedHandler> handlers = InspectedHandlers.of(application);
		if (handlers.isEmpty()) {
			return Verdict.notApplicable("no handlers");
		}
		if (InspectedChains.of(application).isEmpty()) {
			return Verdict.notApplicable("no security filter chain");
		}
		return AnonymousRules.of(application)
			.map((rules) -> decide(application, AnonymousAccess.of(application, handlers, rules)))
			.orElseGet(() -> Verdict.unknown("the rules of a reactive chain cannot be asked"));
	}

	private static Verdict decide(InspectedApplication application, AnonymousAccess access) {
		if (access.changes().isEmpty()) {
			return access.everything()
					? Verdict.unknown("everything is open, but only answers: it may be meant for everybody")
					: Verdict.pass();
		}
		Optional<String> guard = OwnGuards.firstOf(application);
		if (guard.isPresent() && !application.isProbing()) {
			return Verdict.unknown("the chain lets everybody through, but " + guard.get() + " may authenticate");
		}
		if (access.everything() && access.methodSecurity()) {
			return Verdict.unknown("the chain lets everybody through, but methods behind the handlers may be guarded");
		}
		return Verdict.of(some(access.changes()));
	}

	private static List<Finding> some(List<String> places) {
		List<Finding> findings = new ArrayList<>();
		places.stream().limit(MOST).map((place) -> Finding.of(place + " is open")).forEach(findings::add);
		if (places.size() > MOST) {
			findings.add(Finding.of("and " + (places.size() - MOST) + " more"));
		}
		return findings;
	}

}
