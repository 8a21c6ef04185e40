package dev.mainstay.security.event;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.slf4j.LoggerFactory;

/**
 * Whoever looks into an attack should find out who tried what.
 */
final class SecurityEventsCheck implements HardeningCheck {

	private static final String ENABLED = "mainstay.security.event.enabled";

	private static final String LEVEL = "logging.level." + SecurityEventLog.LOGGER_NAME;

	private static final String REPOSITORY = "org.springframework.boot.actuate.audit.AuditEventRepository";

	/** Keeps the last thousand until the next start. */
	private static final String IN_MEMORY = "InMemoryAuditEventRepository";

	private static final List<String> CHAINS = List.of("org.springframework.security.web.FilterChainProxy",
			"org.springframework.security.web.server.WebFilterChainProxy");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("OBS-07", Group.OPERATIONS, Severity.HIGH)
		.title("Logins and refusals are recorded")
		.why("""
				Without a record of who logged in, failed to, and was refused what, nobody sees an attack on accounts \
				while it goes on, and nobody can say afterwards what was reached.""")
		.source("ASVS 5.0 16.3.1 and 16.3.2; OWASP Logging Vocabulary")
		.decides("""
				Looks whether security events are logged: the feature is on, and the logger mainstay.security logs \
				warnings. Passes as well with an AuditEventRepository of the application that outlives it. Not \
				applicable without Spring Security, as nobody logs in then.""")
		.fix("""
				mainstay.security.event.enabled=true
				logging.level.mainstay.security=INFO""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (CHAINS.stream().allMatch((chain) -> application.beans(chain).isEmpty())) {
			return Verdict.notApplicable("no Spring Security");
		}
		List<Finding> findings = new ArrayList<>();
		if (application.beans(SecurityEventLog.class).stream().noneMatch(SecurityEventLog::enabled)) {
			findings.add(new Finding("security events are switched off", application.origin(ENABLED)));
		}
		else if (!LoggerFactory.getLogger(SecurityEventLog.LOGGER_NAME).isWarnEnabled()) {
			findings.add(new Finding("the logger " + SecurityEventLog.LOGGER_NAME + " does not log warnings",
					application.origin(LEVEL)));
		}
		return isAudited(application) ? Verdict.pass() : Verdict.of(findings);
	}

	private static boolean isAudited(InspectedApplication application) {
		return application.beans(REPOSITORY)
			.stream()
			.anyMatch((repository) -> !repository.getClass().getSimpleName().equals(IN_MEMORY));
	}

}
