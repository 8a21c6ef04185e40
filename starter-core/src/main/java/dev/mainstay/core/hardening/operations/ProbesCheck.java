package dev.mainstay.core.hardening.operations;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * An orchestrator is told whether to restart an instance, and whether to send it
 * requests, by two answers that mean different things.
 */
final class ProbesCheck implements HardeningCheck {

	private static final String GROUPS = "org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups";

	private static final List<String> DISPATCHERS = List.of("org.springframework.web.servlet.DispatcherServlet",
			"org.springframework.web.reactive.DispatcherHandler");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OPS-02", Group.OPERATIONS, Severity.HIGH)
		.title("Liveness and readiness are told apart, and liveness depends on nothing else")
		.why("""
				Without readiness, requests reach an instance that is starting or stopping. With a database in the \
				liveness, an outage of the database restarts every instance, again and again.""")
		.source("Spring Boot reference, Kubernetes probes")
		.decides("""
				Asks the health endpoint for its groups and for the contributors in them; what an application wrote \
				itself may be in the liveness, what calls another system may not. A missing endpoint counts only in \
				production. Not applicable without a web application.""")
		.fix("""
				management.endpoint.health.probes.enabled=true
				management.endpoint.health.group.liveness.include=livenessState
				management.endpoint.health.group.readiness.include=readinessState""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (DISPATCHERS.stream().noneMatch(application::declares)) {
			return Verdict.notApplicable("no web application");
		}
		if (!application.declares(GROUPS)) {
			String production = application.production();
			return (production != null)
					? Verdict
						.fail(Finding.of("there is no health endpoint that a probe could ask (" + production + ")"))
					: Verdict.notApplicable("no health endpoint, and no sign of production");
		}
		return Verdict.of(HealthProbes.findings(application));
	}

}
