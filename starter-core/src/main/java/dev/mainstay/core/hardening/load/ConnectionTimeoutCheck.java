package dev.mainstay.core.hardening.load;

import java.time.Duration;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.InspectedConnector;

/**
 * A client that sends nothing should not hold a thread for long.
 */
final class ConnectionTimeoutCheck implements HardeningCheck {

	private static final String PROPERTY = "server.tomcat.connection-timeout";

	private static final Duration LONGEST = Duration.ofSeconds(20);

	/** What it waits if nobody has said how long. */
	private static final Duration DEFAULT = Duration.ofSeconds(60);

	private static final CheckDescription DESCRIPTION = CheckDescription.of("REQ-01", Group.LOAD, Severity.MEDIUM)
		.title("Clients that send nothing are let go soon")
		.why("""
				A thread waits for the rest of a body. Two hundred clients that begin one and fall silent hold all \
				of them, for a minute each by default.""")
		.source("OWASP API4:2023; Spring Boot reference, server.tomcat.connection-timeout")
		.decides("""
				Looks at how long the connectors of Tomcat wait for the next bytes of a request, and fails above 20 \
				seconds. Tomcat's own 60 seconds count only in production, as nobody attacks a desk. Not applicable \
				without an embedded Tomcat.""")
		.fix(PROPERTY + "=10s");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedConnector> connectors = InspectedConnector.of(application);
		if (connectors.isEmpty()) {
			return Verdict.notApplicable("no embedded Tomcat");
		}
		if (application.production() == null && connectors.stream().allMatch((it) -> isDefault(it, application))) {
			return Verdict.notApplicable("no sign of production");
		}
		return Verdict.of(connectors.stream()
			.filter((connector) -> connector.timeout().isNegative() || connector.timeout().compareTo(LONGEST) > 0)
			.map((connector) -> finding(connector, application))
			.distinct()
			.toList());
	}

	private static boolean isDefault(InspectedConnector connector, InspectedApplication application) {
		return application.value(PROPERTY) == null && connector.timeout().equals(DEFAULT);
	}

	private static Finding finding(InspectedConnector connector, InspectedApplication application) {
		String waits = connector.timeout().isNegative() ? "for ever" : connector.timeout().toSeconds() + " s";
		return new Finding(connector.name() + " waits " + waits + ": " + application.setting(PROPERTY).evidence(),
				application.origin(PROPERTY));
	}

}
