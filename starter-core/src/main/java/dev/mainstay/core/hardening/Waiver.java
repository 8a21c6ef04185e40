package dev.mainstay.core.hardening;

import java.time.LocalDate;

/**
 * Somebody answers for a finding, until a day. Immutable.
 *
 * @param check the id of the check
 * @param reason why it is not mended
 * @param owner who answers for that
 * @param expiry the last day on which it holds
 * @since 0.1.0
 */
public record Waiver(String check, String reason, String owner, LocalDate expiry) {

	/**
	 * Whether it holds.
	 * @param today the day
	 * @return whether it has not expired
	 */
	public boolean holdsOn(LocalDate today) {
		return !today.isAfter(this.expiry);
	}

}
