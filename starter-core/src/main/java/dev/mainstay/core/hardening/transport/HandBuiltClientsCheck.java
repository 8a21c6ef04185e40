package dev.mainstay.core.hardening.transport;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * HTTP clients should be built with the builder that the application configures.
 */
final class HandBuiltClientsCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("SSRF-05", Group.TRANSPORT, Severity.MEDIUM)
		.title("HTTP clients are built with the builder of Spring Boot")
		.why("""
				A client by hand has no time-outs, no retries, no TLS settings and no address filter of the \
				application, is in no trace and no metric, and what is configured for all clients passes it by.""")
		.source("ASVS 5.0 13.2.5")
		.decides("""
				Looks in each RestTemplate and RestClient that is a bean for the trace that observation, or \
				Mainstay's starter for resilience, leaves in what the builder builds. Unknown if neither is there, \
				because then the builder leaves no trace; not applicable without such a bean.""")
		.fix("""
				@Bean
				RestClient payments(RestClient.Builder builder) {
					return builder.baseUrl("https://payments.example.org").build();
				}""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.declares(HttpClients.TEMPLATE) && !application.declares(HttpClients.CLIENT)) {
			return Verdict.notApplicable("no RestTemplate or RestClient that is a bean");
		}
		Map<String, BuiltBy> clients = HttpClients.of(application);
		List<Finding> findings = clients.entrySet()
			.stream()
			.filter((client) -> client.getValue() == BuiltBy.HAND)
			.map((client) -> Finding.of(client.getKey() + " does not come from the builder of Spring Boot"))
			.toList();
		if (findings.isEmpty() && clients.containsValue(BuiltBy.UNSEEN)) {
			return Verdict.unknown("neither observation nor Mainstay marks what the builder builds");
		}
		return clients.isEmpty() ? Verdict.notApplicable("no RestTemplate or RestClient of its own")
				: Verdict.of(findings);
	}

}
