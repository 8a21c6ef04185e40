package dev.mainstay.core.hardening.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import dev.mainstay.core.hardening.Basis;
import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * People have declared something, and not too long ago.
 */
abstract class EvidenceCheck implements HardeningCheck {

	private final EvidenceTopic topic;

	private final Clock clock;

	EvidenceCheck(EvidenceTopic topic, Clock clock) {
		this.topic = topic;
		this.clock = clock;
	}

	static CheckDescription.Builder of(EvidenceTopic topic, Group group, Severity severity) {
		return CheckDescription.of(topic.id(), group, severity).basis(Basis.EVIDENCE);
	}

	/** How all of them decide. */
	static String decides(EvidenceTopic topic, String applies) {
		return "Reads " + topic.property("date") + ", which must lie no more than " + topic.maximumAge().toDays()
				+ " days back. That nothing is declared counts only in production. " + applies;
	}

	/** How all of them are answered. */
	static String fix(EvidenceTopic topic) {
		return topic.property("date") + "=<day, such as 2026-01-31>\n" + topic.property("reference")
				+ "=<link to what was written down>\n" + topic.property("owner") + "=<team>";
	}

	/** Why nobody needs to declare anything, {@code null} if somebody must. */
	abstract @Nullable String needless(InspectedApplication application);

	@Override
	public final Verdict look(InspectedApplication application) {
		String needless = needless(application);
		if (needless != null) {
			return Verdict.notApplicable(needless);
		}
		String property = this.topic.property("date");
		String date = application.value(property);
		if (date == null || date.isBlank()) {
			return (application.production() != null)
					? Verdict.fail(Finding.of("nothing declared: " + property + " is not set"))
					: Verdict.notApplicable("nothing declared, and no sign of production");
		}
		String wrong = wrong(date.strip(), application);
		return (wrong != null)
				? Verdict.fail(new Finding(property + "=" + date + " " + wrong, application.origin(property)))
				: Verdict.pass();
	}

	private @Nullable String wrong(String date, InspectedApplication application) {
		try {
			DeclaredEvidence evidence = new DeclaredEvidence(this.topic, LocalDate.parse(date),
					application.value(this.topic.property("reference")),
					application.value(this.topic.property("owner")));
			return wrong(evidence, LocalDate.now(this.clock));
		}
		catch (DateTimeParseException ex) {
			return "is not a date such as 2026-01-31";
		}
	}

	private @Nullable String wrong(DeclaredEvidence evidence, LocalDate today) {
		long age = evidence.ageInDays(today);
		if (age < 0) {
			return "lies in the future";
		}
		String owner = (evidence.owner() != null) ? "; ask " + evidence.owner() : "";
		return evidence.isOutdated(today)
				? "is " + age + " days old, more than " + this.topic.maximumAge().toDays() + owner : null;
	}

}
