package dev.mainstay.core.hardening.evidence;

import java.time.Clock;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is called when the service fails.
 */
final class OnCallEvidenceCheck extends EvidenceCheck {

	private static final EvidenceTopic TOPIC = EvidenceTopic.ON_CALL;

	private static final CheckDescription DESCRIPTION = of(TOPIC, Group.OPERATIONS, Severity.MEDIUM)
		.title("Somebody is called when the service fails")
		.why("""
				An alert that nobody receives, or that somebody receives who has no runbook and no access, makes an \
				outage as long as the night.""")
		.source("Production readiness review, on-call")
		.decides(decides(TOPIC, "Applies to every application."))
		.fix(fix(TOPIC));

	OnCallEvidenceCheck() {
		this(Clock.systemDefaultZone());
	}

	OnCallEvidenceCheck(Clock clock) {
		super(TOPIC, clock);
	}

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	@Nullable String needless(InspectedApplication application) {
		return null;
	}

}
