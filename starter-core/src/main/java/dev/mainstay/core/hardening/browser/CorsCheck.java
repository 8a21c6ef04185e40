package dev.mainstay.core.hardening.browser;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.ChainPart;
import dev.mainstay.core.hardening.web.InspectedChains;

import org.springframework.web.cors.CorsConfiguration;

/**
 * Not every site should be able to read answers with a user's cookies.
 */
final class CorsCheck implements HardeningCheck {

	/** It goes by what Spring MVC and the beans say, all of which can be listed. */
	private static final String OF_THE_ACTUATOR = "managementSecurityFilterChain";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("CORS-01", Group.BROWSER, Severity.BLOCKER)
		.title("Only known sites may read answers in a user's name")
		.why("""
				With credentials for every origin, any page that a user visits reads what the user may read, and sends \
				what the user may send.""")
		.source("ASVS 5.0 3.4.2, Fetch standard")
		.decides("""
				Asks each CORS configuration (beans, Spring MVC, @CrossOrigin, management endpoints) whether it lets a \
				site that nobody knows, or the origin null, send credentials. Every origin without credentials passes. \
				Unknown if a configuration is there but cannot be listed, as those of WebFlux. Not applicable without \
				CORS.""")
		.fix("""
				configuration.setAllowedOrigins(List.of("https://shop.example.com"));
				configuration.setAllowCredentials(true);""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.hasClass("org.springframework.web.cors.CorsConfiguration")) {
			return Verdict.notApplicable("no web");
		}
		Map<String, CorsConfiguration> known = CorsConfigurations.of(application);
		List<Finding> findings = known.entrySet()
			.stream()
			.filter((entry) -> CorsConfigurations.isOpen(entry.getValue()))
			.map((entry) -> Finding.of(entry.getKey() + " lets every site, or the origin null, send credentials"))
			.toList();
		if (!findings.isEmpty()) {
			return Verdict.of(findings);
		}
		if (CorsConfigurations.areHidden(application) || (known.isEmpty() && InspectedChains.of(application)
			.stream()
			.anyMatch((chain) -> chain.hasAny(ChainPart.CORS) && !chain.name().equals(OF_THE_ACTUATOR)))) {
			return Verdict.unknown("a CORS configuration that cannot be listed");
		}
		return known.isEmpty() ? Verdict.notApplicable("no CORS") : Verdict.pass();
	}

}
