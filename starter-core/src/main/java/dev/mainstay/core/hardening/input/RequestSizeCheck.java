package dev.mainstay.core.hardening.input;

import java.util.ArrayList;
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
 * Headers, parameters and parts of a request should be few and small.
 */
final class RequestSizeCheck implements HardeningCheck {

	private static final int HEADERS = 32 * 1024;

	private static final int PARAMETERS = 1000;

	private static final int PARTS = 50;

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-15", Group.INPUT, Severity.MEDIUM)
		.title("Headers, parameters and parts of a request are limited")
		.why("""
				Tomcat keeps all of them in memory before anybody has said who is calling, for each connection that \
				is open.""")
		.source("OWASP API4:2023; Spring Boot reference, server properties")
		.decides("""
				Looks at the connectors of Tomcat: headers above 32 KB, more than 1000 parameters or 50 parts, or a \
				body that is read to its end after it was refused. Not applicable without an embedded Tomcat.""")
		.fix("""
				server.max-http-request-header-size=8KB
				server.tomcat.max-parameter-count=1000
				server.tomcat.max-part-count=50
				server.tomcat.max-swallow-size=2MB""");

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
		return Verdict.of(connectors.stream()
			.flatMap((connector) -> exceeded(connector).stream())
			.map((exceeded) -> finding(exceeded, application))
			.distinct()
			.toList());
	}

	private static List<Exceeded> exceeded(InspectedConnector connector) {
		InspectedConnector.Limits limits = connector.limits();
		List<Exceeded> exceeded = new ArrayList<>();
		if (connector.headerSize() > HEADERS) {
			exceeded.add(new Exceeded("server.max-http-request-header-size", connector.headerSize()));
		}
		if (limits.parameters() < 0 || limits.parameters() > PARAMETERS) {
			exceeded.add(new Exceeded("server.tomcat.max-parameter-count", limits.parameters()));
		}
		if (limits.parts() < 0 || limits.parts() > PARTS) {
			exceeded.add(new Exceeded("server.tomcat.max-part-count", limits.parts()));
		}
		if (limits.swallowed() < 0) {
			exceeded.add(new Exceeded("server.tomcat.max-swallow-size", limits.swallowed()));
		}
		return exceeded;
	}

	private static Finding finding(Exceeded exceeded, InspectedApplication application) {
		return (application.value(exceeded.property()) != null) ? application.setting(exceeded.property())
				: Finding.of("a connector takes " + exceeded.value() + ", as with " + exceeded.property());
	}

	private record Exceeded(String property, long value) {

	}

}
