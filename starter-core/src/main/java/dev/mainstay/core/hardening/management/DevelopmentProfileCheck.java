package dev.mainstay.core.hardening.management;

import java.util.Arrays;
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

/**
 * A production should not run with the settings of a desk.
 */
final class DevelopmentProfileCheck implements HardeningCheck {

	private static final Set<String> DESK = Set.of("local", "localhost");

	private static final Set<String> DEVELOPMENT = Set.of("dev", "develop", "development", "test", "testing", "local",
			"localhost");

	/** On a platform there are environments to develop and to test in, too. */
	private static final String PLATFORM = "platform ";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DEV-04", Group.MANAGEMENT, Severity.HIGH)
		.title("No profile of developers is active in production")
		.why("""
				What such a profile opens for a desk, such as consoles, details of errors, test users and test \
				data, is open to everybody.""")
		.source("ASVS 5.0 13.4.2")
		.decides("""
				Compares the active profiles with dev, develop, development, test, testing, local and localhost in \
				production. If only a platform such as Kubernetes is the sign of production, local and localhost \
				count, because there are clusters to develop and to test in. Not applicable without a sign of \
				production.""")
		.fix("""
				spring.profiles.active=prod
				# or, in a cluster that is none
				mainstay.hardening.production=false""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		String production = application.production();
		if (production == null) {
			return Verdict.notApplicable("no sign of production");
		}
		Set<String> wrong = production.startsWith(PLATFORM) ? DESK : DEVELOPMENT;
		List<Finding> findings = Arrays.stream(application.context().getEnvironment().getActiveProfiles())
			.filter((profile) -> wrong.contains(profile.toLowerCase(Locale.ROOT)))
			.map((profile) -> new Finding("the profile " + profile + " is active, with " + production,
					application.origin("spring.profiles.active")))
			.toList();
		return Verdict.of(findings);
	}

}
