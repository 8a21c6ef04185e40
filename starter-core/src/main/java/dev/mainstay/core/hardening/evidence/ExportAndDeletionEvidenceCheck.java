package dev.mainstay.core.hardening.evidence;

import java.time.Clock;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The data of a person can be handed out and deleted.
 */
final class ExportAndDeletionEvidenceCheck extends EvidenceCheck {

	private static final EvidenceTopic TOPIC = EvidenceTopic.EXPORT_DELETION;

	private static final CheckDescription DESCRIPTION = of(TOPIC, Group.DATA, Severity.MEDIUM)
		.title("The data of a person can be handed out and deleted")
		.why("""
				People may ask for their data and for its deletion, and the law sets a date: what was not prepared is \
				done by hand, in production, in a hurry.""")
		.source("ASVS 5.0 14.2.4; GDPR articles 15 and 17")
		.decides(decides(TOPIC, "Not applicable without a database that outlives the process."))
		.fix(fix(TOPIC));

	ExportAndDeletionEvidenceCheck() {
		this(Clock.systemDefaultZone());
	}

	ExportAndDeletionEvidenceCheck(Clock clock) {
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
