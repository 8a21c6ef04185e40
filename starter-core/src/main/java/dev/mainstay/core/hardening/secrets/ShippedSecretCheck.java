package dev.mainstay.core.hardening.secrets;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.DevelopmentSettings;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * A secret that is in use should not be inside the application.
 */
final class ShippedSecretCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-01", Group.SECRETS, Severity.BLOCKER)
		.title("No secret that is in use is inside the application")
		.why("""
				Whoever has the jar, the image or the repository has the secret, today and in every copy, and it \
				cannot be changed without a build.""")
		.source("ASVS 5.0 13.3.1")
		.decides("""
				Looks at properties named like a secret whose effective value was set in a file on the class path \
				and is no placeholder, no encrypted value and no number or switch. One that something outside \
				overrides is not in use; SEC-02 finds it if it is a real key. The password of an embedded database \
				is none. Without a sign of production, values made for development, files of development profiles, \
				and services on this machine are left out.""")
		.fix("""
				# in the file: only where it comes from
				spring.datasource.password=${DB_PASSWORD}
				# or mounted, one file per property
				spring.config.import=optional:configtree:/run/secrets/""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		boolean production = application.production() != null;
		List<Finding> findings = SetProperties.of(application)
			.stream()
			.filter((property) -> property.effective() && property.isShipped())
			.filter((property) -> SecretNames.holdsSecret(property.name(), property.text()))
			.filter((property) -> !LocalServices.isEmbeddedBeside(application, property.name()))
			.filter((property) -> production || !isForDevelopment(property, application))
			.map((property) -> property.finding("is set inside the application"))
			.toList();
		return Verdict.of(SetProperties.atMost(findings));
	}

	private static boolean isForDevelopment(SetProperty property, InspectedApplication application) {
		return DevelopmentSettings.isPlace(property.origin()) || WeakPasswords.isForDevelopment(property.text())
				|| LocalServices.isLoopbackBeside(application, property.name());
	}

}
