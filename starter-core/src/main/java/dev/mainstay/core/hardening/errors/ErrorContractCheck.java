package dev.mainstay.core.hardening.errors;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.mode.Feature;
import dev.mainstay.core.mode.Features;

/**
 * All failures should be answered in one form.
 */
final class ErrorContractCheck implements HardeningCheck {

	private static final String FEATURE = "problem";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ERR-06", Group.ERRORS, Severity.MEDIUM)
		.title("All failures are answered in one form")
		.why("""
				Without one contract the server, the framework and the security each answer in a form of their own, \
				from an empty body to a page that names the server: callers cannot rely on any of them.""")
		.source("ASVS 5.0 16.5.1, 13.4.6; RFC 9457")
		.decides("""
				Asks what became of Mainstay's error contract: it fails if that is switched off, or cannot answer \
				because an auto-configuration was excluded. Unknown if a bean of the application answers, as nothing \
				shows what it tells. Not applicable outside web applications.""")
		.fix("""
				mainstay.problem.enabled=true
				# if a bean of the application answers: remove it, and map what it adds with a ProblemMapper""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		return application.beans(Features.class)
			.stream()
			.flatMap((features) -> features.all().stream())
			.filter((feature) -> feature.name().equals(FEATURE))
			.findFirst()
			.map((feature) -> verdict(feature, application))
			.orElseGet(() -> Verdict.notApplicable("no overview of Mainstay's features"));
	}

	private static Verdict verdict(Feature feature, InspectedApplication application) {
		return switch (feature.state()) {
			case ON -> Verdict.pass();
			case OFF -> Verdict.fail(application.setting(feature.property()));
			case BACKED_OFF -> OwnErrors.areAnswered(application)
					? Verdict.unknown(feature.reason() + ", and what that tells cannot be seen")
					: Verdict.fail(Finding.of("left to others: " + feature.reason()));
			case NOT_APPLICABLE -> Verdict.notApplicable("no web application");
		};
	}

}
