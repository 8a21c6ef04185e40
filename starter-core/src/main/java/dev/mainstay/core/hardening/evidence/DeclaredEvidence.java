package dev.mainstay.core.hardening.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * What people have declared. Immutable.
 *
 * @param topic what it is about
 * @param date when it was so: when the drill was held, or the document last reviewed
 * @param reference where that can be read, such as a link; {@code null} if nobody says
 * @param owner who answers for it; {@code null} if nobody says
 * @since 0.1.0
 */
public record DeclaredEvidence(EvidenceTopic topic, LocalDate date, @Nullable String reference,
		@Nullable String owner) {

	/**
	 * How old it is.
	 * @param today the day
	 * @return days, negative if it lies in the future
	 */
	public long ageInDays(LocalDate today) {
		return ChronoUnit.DAYS.between(this.date, today);
	}

	/**
	 * Whether it is too old to say anything.
	 * @param today the day
	 * @return whether it is older than its topic allows
	 */
	public boolean isOutdated(LocalDate today) {
		return ageInDays(today) > this.topic.maximumAge().toDays();
	}

}
