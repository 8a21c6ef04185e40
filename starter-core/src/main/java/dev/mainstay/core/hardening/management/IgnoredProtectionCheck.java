package dev.mainstay.core.hardening.management;

import java.io.IOException;
import java.util.regex.Pattern;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Who sets a property that protects should be protected.
 */
final class IgnoredProtectionCheck implements HardeningCheck {

	/** What is about errors, cookies, access and certificates. */
	private static final Pattern PROTECTION = Pattern.compile("server\\.error\\..*|server\\.(servlet\\.)?session\\..*"
			+ "|(.*\\.)?(ssl|security)\\..*|management\\.(?!metrics|otlp|tracing|trace).*");

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("CFG-01", Group.MANAGEMENT, Severity.BLOCKER)
		.title("Every property about errors and access that is set is read")
		.why("""
				Spring Boot says nothing of a name that it does not know any more: the file looks safe, and the \
				application does what it does by default.""")
		.source("ASVS 5.0 13.4.2; Spring Boot configuration metadata")
		.decides("""
				Looks for properties about errors, sessions, TLS, security and management endpoints that the \
				metadata of the libraries on the class path marks as removed, wherever they are set. Whoever also \
				sets the one that is read instead passes.""")
		.fix("""
				# the name that the finding tells, for example
				spring.web.error.include-stacktrace=never""");

	private final IgnoredProperties ignored = new IgnoredProperties(IgnoredProtectionCheck::isAboutProtection);

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) throws IOException {
		return this.ignored.look(application);
	}

	static boolean isAboutProtection(String name) {
		return PROTECTION.matcher(name).matches();
	}

}
