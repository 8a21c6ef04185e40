package dev.mainstay.core.hardening.secrets;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Nothing that is recognisably a key should be inside the application, used or not.
 */
final class ShippedKeyCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-02", Group.SECRETS, Severity.BLOCKER)
		.title("No file of the application contains a recognisable key or token")
		.why("""
				Tools find such keys in jars, images and repositories within minutes, and they open the account \
				that they were issued for, whether this application still uses them or not.""")
		.source("ASVS 5.0 13.3.1; OWASP Secrets Management Cheat Sheet")
		.decides("""
				Compares every value of the configuration files on the class path, also one that is overridden, \
				with the forms of private keys, JWTs, bearer tokens and the keys of well-known providers. Keys of \
				documentation and rows of the same letters are left out.""")
		.fix("""
				# revoke the key first: it is known; then only say where the new one comes from
				app.api-key=${APP_API_KEY}""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<Finding> findings = SetProperties.of(application)
			.stream()
			.filter(SetProperty::isShipped)
			.flatMap(ShippedKeyCheck::finding)
			.toList();
		return Verdict.of(SetProperties.atMost(findings));
	}

	private static Stream<Finding> finding(SetProperty property) {
		return Stream.of(property)
			.map((it) -> SecretPatterns.find(it.text()))
			.filter(Objects::nonNull)
			.map((kind) -> property.finding("contains " + kind));
	}

}
