package dev.mainstay.test;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.SheetEntry;

/**
 * What a sheet has to be like.
 *
 * @param minimumScore the score that it has to reach
 * @param failOn from which severity on nothing may be open
 */
record SheetExpectation(int minimumScore, Severity failOn) {

	void check(HardeningSheet sheet, SheetFiles files) {
		List<SheetEntry> open = sheet.open()
			.stream()
			.filter((entry) -> entry.check().severity().isAtLeast(this.failOn))
			.toList();
		boolean reached = sheet.score().value() >= this.minimumScore;
		if (!open.isEmpty() || !reached) {
			throw new AssertionError("The hardening sheet has " + sheet.score().value() + " of 100"
					+ (reached ? "" : ", and " + this.minimumScore + " are wanted")
					+ open.stream().map(SheetExpectation::describe).collect(Collectors.joining()) + "\nAll of it: "
					+ files.markdown());
		}
	}

	private static String describe(SheetEntry entry) {
		String seen = (entry.status() == CheckStatus.UNKNOWN) ? "\n    not known: " + entry.reason()
				: entry.findings()
					.stream()
					.map((finding) -> "\n    " + finding.evidence()
							+ ((finding.origin() != null) ? " (" + finding.origin() + ")" : ""))
					.collect(Collectors.joining());
		return "\n  " + entry.check().severity().name().toLowerCase(Locale.ROOT) + " " + entry.check().id() + " "
				+ entry.check().title() + seen;
	}

}
