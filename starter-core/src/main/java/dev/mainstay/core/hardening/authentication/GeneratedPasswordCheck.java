package dev.mainstay.core.hardening.authentication;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.ChainPart;
import dev.mainstay.core.hardening.web.InspectedChains;

/**
 * The user whose password is printed at the start is there for the first five minutes.
 */
final class GeneratedPasswordCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-02", Group.AUTHENTICATION, Severity.BLOCKER)
		.title("Users are real ones")
		.why("""
				Without users of its own, an application has one whose password is written to the log at each start: \
				whoever reads the log may log in, and nobody else.""")
		.source("ASVS 5.0 6.3.2, Spring Boot reference, security")
		.decides("""
				Looks for the user that Spring Boot makes up. Not applicable if there is none, or if no chain takes a \
				password (form login, HTTP Basic).""")
		.fix("""
				spring.security.oauth2.resourceserver.jwt.issuer-uri=https://login.example.com
				# or a bean of your own: UserDetailsService, AuthenticationProvider or JwtDecoder""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!UserStores.areInMemory(application)) {
			return Verdict.notApplicable("no users in memory");
		}
		if (InspectedChains.of(application)
			.stream()
			.noneMatch((chain) -> chain.hasAny(ChainPart.FORM_LOGIN, ChainPart.BASIC))) {
			return Verdict.notApplicable("no chain takes a password");
		}
		return UsersInMemory.isGenerated(application)
				? Verdict.fail(Finding.of("the only user is the one whose password is generated at the start"))
				: Verdict.pass();
	}

}
