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

/**
 * A user that is part of the program should not be one whom everybody can guess.
 */
final class WeakUserCheck implements HardeningCheck {

	static final String PASSWORD = "spring.security.user.password";

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-03", Group.AUTHENTICATION, Severity.BLOCKER)
		.title("No user has a password that can be guessed")
		.why("""
				Programs that try admin with admin come by within hours, and a password that stands in the code is \
				known to all who have ever seen it.""")
		.source("ASVS 5.0 6.3.2 and 13.2.3, OWASP API2:2023")
		.decides("""
				In production, looks for the usual names (admin, user, root, test ...) among the users in memory, and \
				whether their password is kept as {noop}, is shorter than 12 characters, or is one of the usual ones. \
				The user of the properties may have any other password. Not applicable without users in memory.""")
		.fix("""
				# a user store instead, or at least, from the environment:
				spring.security.user.password=${OPERATOR_PASSWORD}""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!UserStores.areInMemory(application)) {
			return Verdict.notApplicable("no users in memory");
		}
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		Optional<String> ofBoot = UsersInMemory.ofBoot(application);
		boolean generated = UsersInMemory.isGenerated(application);
		List<Finding> findings = new ArrayList<>();
		for (String service : UsersInMemory.services(application).keySet()) {
			boolean configured = ofBoot.filter(service::equals).isPresent();
			if (!configured || !generated) {
				findings.addAll(found(application, service, configured));
			}
		}
		return Verdict.of(findings);
	}

	private static List<Finding> found(InspectedApplication application, String service, boolean configured) {
		WeakPasswords passwords = WeakPasswords.of(application);
		List<Finding> findings = new ArrayList<>();
		UsersInMemory.of(application, service).forEach((name, user) -> {
			String weakness = passwords.weakness(user, configured);
			if (weakness != null) {
				findings.add(new Finding("the user " + name + " of " + service + " has a password that " + weakness,
						configured ? application.origin(PASSWORD) : null));
			}
		});
		return findings;
	}

}
