package dev.mainstay.core.hardening.evidence;

import java.time.Clock;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import org.jspecify.annotations.Nullable;

/**
 * It is written down how long data is kept.
 */
final class RetentionEvidenceCheck extends EvidenceCheck {

	private static final EvidenceTopic TOPIC = EvidenceTopic.RETENTION;

	private static final CheckDescription DESCRIPTION = of(TOPIC, Group.DATA, Severity.MEDIUM)
		.title("It is written down how long data is kept")
		.why("""
				What is never deleted grows until queries are slow, and everything that was ever collected is in the \
				next leak.""")
		.source("ASVS 5.0 14.2.7")
		.decides(decides(TOPIC, "Not applicable without a database that outlives the process."))
		.fix(fix(TOPIC));

	RetentionEvidenceCheck() {
		this(Clock.systemDefaultZone());
	}

	RetentionEvidenceCheck(Clock clock) {
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
