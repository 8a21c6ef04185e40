package dev.mainstay.core.hardening;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A check on the sheet. Immutable.
 *
 * @param check the check
 * @param status what became of it
 * @param findings what was found, also where it is waived
 * @param reason why it is unknown, not applicable or waived, or that a waiver has
 * expired; {@code null} if there is nothing to say
 * @param waiver the waiver of the check, be it expired; {@code null} if nobody has waived
 * it
 * @since 0.1.0
 */
public record SheetEntry(CheckDescription check, CheckStatus status, List<Finding> findings, @Nullable String reason,
		@Nullable Waiver waiver) {

	/**
	 * Copies the findings.
	 */
	public SheetEntry {
		findings = List.copyOf(findings);
	}

	/** Unknown counts as if it were missing: nobody has seen it. */
	boolean counts() {
		return this.status != CheckStatus.NOT_APPLICABLE;
	}

	/** A waived finding is still one, and somebody's decision: it counts half. */
	double points() {
		return switch (this.status) {
			case PASS -> this.check.severity().weight();
			case WAIVED -> this.check.severity().weight() / 2.0;
			default -> 0;
		};
	}

}
