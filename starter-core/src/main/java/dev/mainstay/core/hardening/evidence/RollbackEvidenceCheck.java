package dev.mainstay.core.hardening.evidence;

import java.time.Clock;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Going back to the build before was tried.
 */
final class RollbackEvidenceCheck extends EvidenceCheck {

	private static final EvidenceTopic TOPIC = EvidenceTopic.ROLLBACK;

	private static final CheckDescription DESCRIPTION = of(TOPIC, Group.OPERATIONS, Severity.MEDIUM)
		.title("Going back to the build before was tried")
		.why("""
				When a release fails, the fastest repair is the build before it, unless its schema or its messages no \
				longer fit: that is found out in a drill or in an outage.""")
		.source("Production readiness review, rollback")
		.decides(decides(TOPIC, "Applies to every application."))
		.fix(fix(TOPIC));

	RollbackEvidenceCheck() {
		this(Clock.systemDefaultZone());
	}

	RollbackEvidenceCheck(Clock clock) {
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
