package dev.mainstay.core.hardening.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.TransportSecurity;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rung;

/**
 * The cookie that stands for a user should go nowhere else.
 */
final class SessionCookieCheck implements HardeningCheck {

	private static final String COOKIE = "server.servlet.session.cookie.";

	/** The rule of the security starter that adds what is missing. */
	private static final String COOKIES = "security.browser.cookies";

	private static final Set<String> CROSS_SITE = Set.of("none", "omitted");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SES-01", Group.BROWSER, Severity.MEDIUM)
		.title("The cookie of the session is for this site only")
		.why("""
				Whoever has the cookie is the user. Without HttpOnly a script reads it, without SameSite other sites \
				send it along, without Secure it goes over the network in clear.""")
		.source("ASVS 5.0 3.3.1, 3.3.2 and 3.3.4")
		.decides(
				"""
						Where something begins sessions (a login page, a chain, a handler that asks for one, Spring Session), \
						looks at http-only and same-site, which Mainstay's rule on cookies adds where it is enforced, and in \
						production at secure, which the container adds by itself to requests that it knows came over TLS. Not \
						applicable on the reactive stack, whose cookie is Lax and HttpOnly, and where nothing begins sessions.""")
		.fix("""
				server.servlet.session.cookie.http-only=true
				server.servlet.session.cookie.same-site=lax
				server.servlet.session.cookie.secure=true""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!Sessions.arePossible(application)) {
			return Verdict.notApplicable("nothing begins a session");
		}
		List<Finding> findings = new ArrayList<>();
		if (!application.isTrue(COOKIE + "http-only", true)) {
			findings.add(application.setting(COOKIE + "http-only"));
		}
		if (isSentByOthers(application)) {
			findings.add(application.setting(COOKIE + "same-site"));
		}
		if (application.production() != null && isSentInClear(application)) {
			findings.add(application.setting(COOKIE + "secure"));
		}
		return Verdict.of(findings);
	}

	private static boolean isSentByOthers(InspectedApplication application) {
		String sameSite = application.value(COOKIE + "same-site");
		if (sameSite != null) {
			return CROSS_SITE.contains(sameSite.strip().toLowerCase(Locale.ROOT));
		}
		return !isCompleted(application) && !Sessions.ofSpringSession(application)
				&& !ServletSessions.areSameSite(application)
				&& !application.declares("org.springframework.boot.web.server.servlet.CookieSameSiteSupplier");
	}

	private static boolean isCompleted(InspectedApplication application) {
		return application.beans(Ladder.class)
			.stream()
			.flatMap((ladder) -> ladder.rules().stream())
			.anyMatch((rule) -> rule.name().equals(COOKIES) && rule.rung() == Rung.ENFORCE);
	}

	private static boolean isSentInClear(InspectedApplication application) {
		if (application.value(COOKIE + "secure") != null) {
			return !application.isTrue(COOKIE + "secure", true);
		}
		return !ServletSessions.areSecure(application) && TransportSecurity.signOf(application) == null;
	}

}
