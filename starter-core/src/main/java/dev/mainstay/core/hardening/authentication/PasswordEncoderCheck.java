package dev.mainstay.core.hardening.authentication;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Whoever steals the passwords should not be able to read them.
 */
final class PasswordEncoderCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-04", Group.AUTHENTICATION, Severity.BLOCKER)
		.title("Passwords are stored so that they cannot be read")
		.why("""
				A graphics card tries billions of passwords a second against MD5 or SHA: a stolen table of users is a \
				table of passwords, which people use elsewhere, too.""")
		.source("ASVS 5.0 11.4.2, OWASP Password Storage Cheat Sheet")
		.decides("""
				Looks at the beans that encode passwords: none, MD4, MD5, SHA and LDAP, alone or as what a delegating \
				one encodes with, and bcrypt below 10 rounds. An encoder of the application encodes a fixed text, to \
				see whether it is in the result. What can only be read for old users passes. Not applicable without \
				such a bean.""")
		.fix("""
				@Bean
				PasswordEncoder passwordEncoder() {
					return PasswordEncoderFactories.createDelegatingPasswordEncoder();
				}""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.declares("org.springframework.security.crypto.password.PasswordEncoder")) {
			return Verdict.notApplicable("no password encoder");
		}
		List<Finding> findings = PasswordEncoders.weaknesses(application)
			.entrySet()
			.stream()
			.map((entry) -> Finding.of("the password encoder " + entry.getKey() + " " + entry.getValue()))
			.toList();
		return Verdict.of(findings);
	}

}
