package dev.mainstay.core.hardening.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.InspectedConnector;

/**
 * A path should mean one thing to everybody who reads it.
 */
final class StrictPathsCheck implements HardeningCheck {

	private static final String PATH = "server.tomcat.relaxed-path-chars";

	private static final String QUERY = "server.tomcat.relaxed-query-chars";

	private static final String FIREWALL = "org.springframework.security.web.firewall.HttpFirewall";

	private static final String CHAIN = "org.springframework.security.web.SecurityFilterChain";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("VAL-16", Group.INPUT, Severity.HIGH)
		.title("Paths and queries are taken as the standards write them")
		.why("""
				What the proxy, the security and the handler read differently is a way around the rules of the one \
				that looks first.""")
		.source("ASVS 5.0 1.1.1; Spring Security reference, HttpFirewall")
		.decides("""
				Looks at the characters that Tomcat lets through unencoded, and for firewall beans of Spring Security \
				that are not its strict one, or that block less than it does. Not applicable where there is neither \
				an embedded Tomcat nor Spring Security on the servlet stack.""")
		.fix("""
				# remove
				server.tomcat.relaxed-path-chars
				server.tomcat.relaxed-query-chars
				# and the bean of type HttpFirewall: Spring Security has a strict one by itself""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedConnector> connectors = InspectedConnector.of(application);
		boolean security = application.declares(FIREWALL) || application.declares(CHAIN);
		if (connectors.isEmpty() && !security) {
			return Verdict.notApplicable("neither Tomcat nor Spring Security");
		}
		List<Finding> findings = new ArrayList<>();
		for (InspectedConnector connector : connectors) {
			add(findings, application, connector, Map.entry(PATH, connector.relaxed().path()));
			add(findings, application, connector, Map.entry(QUERY, connector.relaxed().query()));
		}
		if (security) {
			findings.addAll(Firewalls.relaxed(application));
		}
		return Verdict.of(findings.stream().distinct().toList());
	}

	private static void add(List<Finding> findings, InspectedApplication application, InspectedConnector connector,
			Map.Entry<String, String> relaxed) {
		if (!relaxed.getValue().isEmpty()) {
			String property = relaxed.getKey();
			findings.add((application.value(property) != null) ? application.setting(property)
					: Finding.of(connector.name() + " lets " + relaxed.getValue() + " through, as with " + property));
		}
	}

}
