package dev.mainstay.core.hardening.secrets;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Nothing in production should have a password that is tried first.
 */
final class WeakCredentialCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-03", Group.SECRETS, Severity.BLOCKER)
		.title("No password in use is a default or easily guessed")
		.why("""
				Default passwords are the first that anybody tries who reaches the database, the broker or the \
				login, and the tools of attackers have the list.""")
		.source("ASVS 5.0 13.2.3, 6.3.2")
		.decides("""
				In production, looks at the passwords that Spring Boot gives to a database, broker, cache, mail \
				server or its own user, wherever they are set: well-known words with or without digits behind \
				them, digits only, the name of the user, or fewer than 8 characters. Passwords that nothing \
				uses, hashes, an empty one, which other means may stand for, and embedded databases are left out. \
				Not applicable without a sign of production.""")
		.fix("""
				# let the platform generate it
				spring.datasource.password=${DB_PASSWORD}""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		List<UsedCredential> used = UsedCredential.ALL.stream().filter((it) -> it.isUsed(application)).toList();
		if (used.isEmpty()) {
			return Verdict.notApplicable("no password that Spring Boot uses");
		}
		return Verdict.of(used.stream()
			.filter((it) -> it.isWeak(application))
			.map((it) -> finding(it.password(), application))
			.toList());
	}

	private static Finding finding(String name, InspectedApplication application) {
		return new Finding(name + " is a default or easily guessed", application.origin(name));
	}

}
