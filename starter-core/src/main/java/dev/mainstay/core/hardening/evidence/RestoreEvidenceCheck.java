package dev.mainstay.core.hardening.evidence;

import java.time.Clock;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A backup was restored within three months.
 */
final class RestoreEvidenceCheck extends EvidenceCheck {

	private static final EvidenceTopic TOPIC = EvidenceTopic.BACKUP_RESTORE;

	private static final CheckDescription DESCRIPTION = of(TOPIC, Group.DATA, Severity.HIGH)
		.title("A backup was restored within three months")
		.why("""
				A backup that nobody has restored is a hope: that it is empty, too old or in a format that nothing \
				reads shows on the day on which it is needed.""")
		.source("Production readiness review, backup and restore")
		.decides(decides(TOPIC, "Not applicable without a database that outlives the process."))
		.fix(fix(TOPIC));

	RestoreEvidenceCheck() {
		this(Clock.systemDefaultZone());
	}

	RestoreEvidenceCheck(Clock clock) {
		super(TOPIC, clock);
	}

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	@Nullable String needless(InspectedApplication application) {
		return Storage.lacking(application);
	}

}
