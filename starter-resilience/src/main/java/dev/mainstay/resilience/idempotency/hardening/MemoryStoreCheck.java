package dev.mainstay.resilience.idempotency.hardening;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Keys that only one of several instances knows protect by chance.
 */
final class MemoryStoreCheck implements HardeningCheck {

	private static final String PROPERTY = "mainstay.idempotency.store";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("IDEM-03", Group.DATA, Severity.MEDIUM)
		.title("All instances know the same idempotency keys")
		.why("""
				Keys in the memory of a process are unknown to its neighbour and forgotten by its successor. A request \
				that is sent again, to another instance or after a restart, runs again.""")
		.source("ASVS 5.0 2.3.4, IETF draft-ietf-httpapi-idempotency-key-header-07, section 2.3")
		.decides("""
				Fails if keys are in memory and something says that there are several instances: a platform that \
				replaces them one by one, sessions or locks that are shared; or if mainstay.idempotency.store is left \
				at auto and there is a database without the table, or a Redis that evicts or did not tell. Only in \
				production.""")
		.fix("""
				# Create the table by a script in dev/mainstay/resilience/idempotency/jdbc of the jar, and
				mainstay.idempotency.store=jdbc
				# or, with a Redis whose maxmemory-policy is noeviction:
				mainstay.idempotency.store=redis""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (application.production() == null) {
			return Verdict.notApplicable("no sign of production");
		}
		MemoryKept kept = MemoryKept.in(application);
		if (kept == MemoryKept.NO) {
			return Verdict.notApplicable("keys are not kept in memory");
		}
		if (kept == MemoryKept.NOT_YET_KNOWN) {
			return Verdict.unknown("Redis has not told yet whether keys are kept there");
		}
		List<Finding> findings = new ArrayList<>();
		SeveralInstances.signOf(application)
			.ifPresent((sign) -> findings
				.add(new Finding("keys are in memory, and there is " + sign, application.origin(PROPERTY))));
		if (!"memory".equalsIgnoreCase(application.value(PROPERTY))) {
			findings.addAll(kept.passedOver(application));
		}
		return findings.isEmpty()
				? Verdict.pass(List.of(Finding.of("keys are in memory, and there is no sign of a second instance")))
				: Verdict.of(findings);
	}

}
