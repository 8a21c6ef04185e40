package dev.mainstay.security.secrets;

import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/**
 * A renewed certificate should be in use without a restart.
 */
final class ReadOnceCheck implements HardeningCheck {

	private static final String RELOAD = "mainstay.security.secrets.reload";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SEC-11", Group.SECRETS, Severity.LOW)
		.title("A renewed certificate is in use without a restart")
		.why("""
				Certificates are renewed by machines, in days rather than years, and a service that has read its own \
				once presents the old one until it ends.""")
		.source("ASVS 5.0 13.3.4; Spring Boot reference, Reloading SSL bundles")
		.decides("""
				In production, looks whether the certificate of server.ssl or management.server.ssl is in an SSL \
				bundle, which can be read again, and whether Mainstay was told not to read secrets again. Not \
				applicable without a sign of production, and if neither is set.""")
		.fix("""
				spring.ssl.bundle.pem.server.keystore.certificate=file:/etc/tls/tls.crt
				spring.ssl.bundle.pem.server.keystore.private-key=file:/etc/tls/tls.key
				server.ssl.bundle=server""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		List<Finding> findings = new ArrayList<>(Stream.of("server.ssl", "management.server.ssl")
			.map((prefix) -> outside(application, prefix))
			.filter(Objects::nonNull)
			.toList());
		if (!application.isTrue(RELOAD, true)) {
			findings.add(application.setting(RELOAD));
		}
		boolean any = Stream.of("server.ssl.bundle", "management.server.ssl.bundle", RELOAD)
			.anyMatch((name) -> application.value(name) != null);
		return (findings.isEmpty() && !any) ? Verdict.notApplicable("no certificate of a server")
				: Verdict.of(findings);
	}

	private static @Nullable Finding outside(InspectedApplication application, String prefix) {
		if (application.value(prefix + ".bundle") != null || !application.isTrue(prefix + ".enabled", true)) {
			return null;
		}
		return Stream.of(".certificate", ".key-store")
			.map((name) -> prefix + name)
			.filter((name) -> application.value(name) != null)
			.findFirst()
			.map((name) -> new Finding(name + " is in no SSL bundle, and read once", application.origin(name)))
			.orElse(null);
	}

}
