package dev.mainstay.core.hardening.management;

import java.util.Set;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Nobody should read the inside of an application without being asked who they are.
 */
final class SensitiveEndpointsCheck implements HardeningCheck {

	/** What shows memory, settings, sessions or traffic, or stops the application. */
	static final Set<String> SENSITIVE = Set.of("auditevents", "beans", "busenv", "busrefresh", "caches", "conditions",
			"configprops", "env", "gateway", "heapdump", "httpexchanges", "jolokia", "logfile", "loggers", "mappings",
			"pause", "quartz", "refresh", "restart", "resume", "sessions", "shutdown", "startup", "threaddump");

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("ACT-01", Group.MANAGEMENT, Severity.BLOCKER)
		.title("Endpoints that show the inside answer nobody unknown")
		.why("""
				A heap dump holds every secret and every customer in memory, and scanners ask every address on \
				the internet for these paths.""")
		.source("ASVS 5.0 13.4.5")
		.decides("""
				Looks at the endpoints that are exposed over HTTP, and asks Spring Security whether it lets an \
				anonymous caller through to them. What Mainstay's guard stands in front of passes. Unknown if \
				Spring Security is there and cannot be asked, as on WebFlux. Not applicable without endpoints, if \
				only this machine reaches their port, or if a file for development exposes them.""")
		.fix("""
				# none but those that Mainstay exposes behind its guard: delete your own list, or
				management.endpoints.web.exposure.include=health,info
				# or ask who calls, in a SecurityFilterChain of its own
				http.securityMatcher(EndpointRequest.toAnyEndpoint().excluding("health", "info"))
					.authorizeHttpRequests((requests) -> requests.anyRequest().hasRole("ACTUATOR"));""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		return EndpointVerdict.of(application, (endpoint) -> SENSITIVE.contains(endpoint.id()), ExposedEndpoint::any,
				(endpoint) -> endpoint.path() + " answers anybody");
	}

}
