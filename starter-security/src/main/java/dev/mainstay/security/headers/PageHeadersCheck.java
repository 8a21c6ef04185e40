package dev.mainstay.security.headers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.InspectedPages;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;

/**
 * The rules for pages should hold, and not only be reported.
 */
final class PageHeadersCheck implements HardeningCheck {

	private static final String RULE = "security.headers.html";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("HDR-01", Group.BROWSER, Severity.MEDIUM)
		.title("Pages have a policy that browsers keep to")
		.why("""
				A policy that is only reported stops no script that somebody has smuggled into a page, and no site \
				that shows the page in a frame.""")
		.source("ASVS 5.0 3.4.3 and 3.4.6")
		.decides("""
				Looks how far Mainstay's rule for pages goes: it is to be enforced, which leaves a policy of the \
				application alone. Not applicable without pages (templates, or an index.html among the static files), \
				and if Mainstay's security headers are off.""")
		.fix("mainstay." + RULE + "=enforce");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<SecurityHeaders> headers = application.beans(SecurityHeaders.class);
		Optional<Rule> rule = application.beans(Ladder.class)
			.stream()
			.flatMap((ladder) -> ladder.rules().stream())
			.filter((it) -> it.name().equals(RULE))
			.findFirst();
		if (headers.isEmpty() || rule.isEmpty()) {
			return Verdict.notApplicable("Mainstay sets no headers");
		}
		String pages = InspectedPages.signOf(application);
		if (pages == null) {
			return Verdict.notApplicable("no pages");
		}
		return (rule.get().rung() == Rung.ENFORCE) ? Verdict.pass()
				: Verdict.fail(tooLow(application, rule.get(), pages));
	}

	private static Finding tooLow(InspectedApplication application, Rule rule, String pages) {
		String evidence = rule.property() + " is at " + rule.rung().name().toLowerCase(Locale.ROOT)
				+ ", and there are pages (" + pages + ")";
		return new Finding(evidence, application.origin(rule.property()));
	}

}
