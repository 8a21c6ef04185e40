package dev.mainstay.security.management;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.management.GuardedEndpoints;

/**
 * Who may read metrics should not by that change the application.
 */
final class GuardedAccessCheck implements HardeningCheck {

	private static final String SUPPLIER = "org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier";

	/** Each of them opens endpoints that it does not name. */
	private static final List<String> WIDE = List.of("mainstay.security.management.access",
			"management.endpoints.access.default", "management.endpoints.access.max-permitted");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ACT-10", Group.MANAGEMENT, Severity.MEDIUM)
		.title("Callers of the guarded endpoints change only what was named")
		.why("""
				A scraper's token, a process on the same machine and whoever may forward a port are admitted to \
				read. A property that opens all endpoints lets each of them delete keys, and change whatever the \
				next library brings.""")
		.source("Spring Boot reference, controlling access to endpoints")
		.decides("""
				Looks for operations that write or delete among the endpoints behind Mainstay's guard, where the guard \
				lets them pass by a property for all endpoints instead of management.endpoint.<id>.access. Not \
				applicable where the guard stands in front of nothing, or nothing there changes anything that was \
				not named; ACT-03 says what changes something without a guard.""")
		.fix("""
				management.endpoint.<id>.access=unrestricted
				# for each endpoint that is meant, instead of
				# mainstay.security.management.access, management.endpoints.access.default and .max-permitted""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<GuardedEndpoints> guarded = application.beans(GuardedEndpoints.class);
		if (guarded.isEmpty() || !guarded.get(0).exposedByMainstay() || !application.declares(SUPPLIER)) {
			return Verdict.notApplicable("the guard stands in front of nothing");
		}
		Set<String> changing = new ChangingEndpoints(application, guarded.get(0)).ids();
		return changing.isEmpty() ? Verdict.notApplicable("nobody changes anything that was not named")
				: Verdict.of(findings(application, changing).toList());
	}

	private static Stream<Finding> findings(InspectedApplication application, Set<String> changing) {
		String what = " lets every caller who is admitted change something by " + String.join(", ", changing);
		return WIDE.stream()
			.filter((property) -> isUnrestricted(application, property))
			.map((property) -> new Finding(property + "=unrestricted" + what, application.origin(property)));
	}

	static boolean isUnrestricted(InspectedApplication application, String property) {
		String access = application.value(property);
		return access != null && access.strip().equalsIgnoreCase("unrestricted");
	}

}
