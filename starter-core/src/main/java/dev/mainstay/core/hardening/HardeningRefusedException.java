package dev.mainstay.core.hardening;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Thrown while an application starts that has findings which
 * {@code mainstay.hardening.enforce} does not let through.
 *
 * @since 0.1.0
 */
public final class HardeningRefusedException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final transient List<SheetEntry> entries;

	HardeningRefusedException(List<SheetEntry> entries) {
		super("mainstay.hardening.enforce does not let through: "
				+ entries.stream().map((entry) -> entry.check().id()).collect(Collectors.joining(", ")));
		this.entries = List.copyOf(entries);
	}

	/**
	 * All that is not let through, each with what was found and where.
	 * @return lines of text
	 */
	String description() {
		return this.entries.stream().map(HardeningRefusedException::description).collect(Collectors.joining("\n"));
	}

	private static String description(SheetEntry entry) {
		CheckDescription check = entry.check();
		String findings = entry.findings()
			.stream()
			.map((finding) -> "\n    " + ((finding.origin() != null)
					? finding.evidence() + ", set in " + finding.origin() : finding.evidence()))
			.collect(Collectors.joining());
		return check.id() + " (" + check.severity().name().toLowerCase(Locale.ROOT) + ") " + check.title() + ":"
				+ findings;
	}

	/**
	 * What to do about each.
	 * @return lines of text
	 */
	String action() {
		String fixes = this.entries.stream()
			.map((entry) -> entry.check().id() + ":\n    " + entry.check().fix().replace("\n", "\n    "))
			.collect(Collectors.joining("\n"));
		return fixes + "\nOr waive a finding with mainstay.hardening.waivers, for a time, or take its group and "
				+ "severity out of mainstay.hardening.enforce.";
	}

}
