package dev.mainstay.core.hardening.transport;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * HTTP clients should not wait without end.
 */
final class HttpTimeoutsCheck implements HardeningCheck {

	private static final int MAX = 20;

	private static final String GROUP = "spring.http.serviceclient.";

	private static final String WEB_CLIENT = "cannot see the time-outs of WebClient";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OUT-01", Group.TRANSPORT, Severity.HIGH)
		.title("HTTP clients have time-outs")
		.why("""
				A dependency that accepts a connection and never answers holds one thread per call. Soon all of them \
				wait for it, and the service is down although nothing is wrong with it.""")
		.source("ASVS 5.0 13.1.3")
		.decides("""
				Reads the settings of Spring Boot's HTTP clients, and whether RestClient.Builder, WebClient.Builder \
				or HTTP service groups, which have no others by default, are used. Passes if Mainstay's http-client \
				feature gives them finite ones. Unknown for a client whose time-outs cannot be seen: one by hand, \
				from RestTemplateBuilder, from WebClient.Builder without Mainstay, or with customizers of the \
				application. Not applicable without a client.""")
		.fix("""
				# mainstay-spring-boot-starter-resilience sets them (mainstay.http-client.enabled=true), or
				spring.http.clients.connect-timeout=2s
				spring.http.clients.read-timeout=10s""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		HttpUsers users = new HttpUsers(application);
		Map<String, BuiltBy> clients = clients(application);
		boolean unseen = !clients.isEmpty() || users.areTemplates() || users.areReactive();
		if (!unseen && users.ofRestClientBuilder().isEmpty() && users.groups().isEmpty()) {
			return Verdict.notApplicable("no HTTP client that can be seen");
		}
		HttpDefaults defaults = new HttpDefaults(application);
		if (defaults.areReplaced()) {
			return Verdict.unknown("the application has an HTTP client builder of its own");
		}
		if (clients.isEmpty() && users.areOnlyReactive(defaults.areOfBlockingClients())) {
			return defaults.areFiniteForReactive() ? Verdict.pass() : Verdict.unknown(WEB_CLIENT);
		}
		if (defaults.areFinite()) {
			return finite(clients, users.areReactive() && !defaults.areFiniteForReactive());
		}
		if (defaults.areCustomized()) {
			return Verdict.unknown("the application customizes its HTTP clients");
		}
		List<Finding> findings = findings(application, users, defaults.missing());
		return (findings.isEmpty() && unseen) ? Verdict.unknown("the time-outs of these clients cannot be seen")
				: Verdict.of(findings);
	}

	private static List<Finding> findings(InspectedApplication application, HttpUsers users, List<String> missing) {
		Stream<Finding> built = users.ofRestClientBuilder()
			.stream()
			.map((user) -> missing("spring.http.clients.", missing, "RestClient.Builder of " + user));
		Stream<Finding> grouped = users.groups()
			.stream()
			.filter((group) -> !own(application, group, missing).isEmpty())
			.map((group) -> missing(GROUP + group + ".", own(application, group, missing), "group " + group));
		return Stream.concat(built, grouped).limit(MAX).toList();
	}

	private static Map<String, BuiltBy> clients(InspectedApplication application) {
		boolean any = application.declares(HttpClients.TEMPLATE) || application.declares(HttpClients.CLIENT);
		return any ? HttpClients.of(application) : Map.of();
	}

	private static Verdict finite(Map<String, BuiltBy> clients, boolean reactiveUnseen) {
		if (reactiveUnseen) {
			return Verdict.unknown(WEB_CLIENT);
		}
		List<String> others = clients.entrySet()
			.stream()
			.filter((client) -> client.getValue() != BuiltBy.BUILDER)
			.map(Map.Entry::getKey)
			.toList();
		return others.isEmpty() ? Verdict.pass() : Verdict.unknown("cannot see the time-outs of " + others);
	}

	private static List<String> own(InspectedApplication application, String group, List<String> missing) {
		return missing.stream().filter((name) -> application.value(GROUP + group + "." + name) == null).toList();
	}

	private static Finding missing(String prefix, List<String> names, String client) {
		return Finding.of(client + ": " + prefix + String.join(" and ", names) + " not set, and it waits without end");
	}

}
