package dev.mainstay.core.hardening.report;

import java.util.List;

import dev.mainstay.core.hardening.CheckStatus;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.SheetEntry;

/**
 * The sheet for a pull request: what is to do first, and what else was looked at.
 *
 * @since 0.1.0
 */
public final class SheetMarkdown {

	private SheetMarkdown() {
	}

	/**
	 * Write a sheet down.
	 * @param sheet the sheet
	 * @return the text, of lines that end with a line feed
	 */
	public static String of(HardeningSheet sheet) {
		StringBuilder text = new StringBuilder();
		text.append("# Hardening sheet: ")
			.append(sheet.score().value())
			.append(" of 100, grade ")
			.append(sheet.grade())
			.append("\n\n");
		sheet.failed().forEach((entry) -> append(text, entry));
		append(text, sheet, CheckStatus.WAIVED, "Waived");
		append(text, sheet, CheckStatus.UNKNOWN, "Not known");
		append(text, sheet, CheckStatus.NOT_APPLICABLE, "Not applicable");
		appendPassed(text, sheet);
		of(sheet, CheckStatus.PASS).stream()
			.filter((entry) -> !entry.findings().isEmpty())
			.forEach((entry) -> appendSeen(text, entry));
		return text.toString();
	}

	private static void append(StringBuilder text, SheetEntry entry) {
		var check = entry.check();
		text.append("## ").append(check.id()).append(' ').append(escaped(check.title())).append("\n\n");
		text.append("**").append(Words.of(check.severity())).append("** · ").append(escaped(check.why()));
		text.append(" (").append(escaped(check.source())).append(")\n\n");
		entry.findings().forEach((finding) -> append(text, finding));
		if (entry.reason() != null) {
			text.append("- ").append(escaped(entry.reason())).append('\n');
		}
		text.append("\n```\n").append(check.fix().strip().replace("```", "'''")).append("\n```\n\n");
	}

	private static void append(StringBuilder text, Finding finding) {
		text.append("- ").append(escaped(finding.evidence()));
		if (finding.origin() != null) {
			text.append(" (").append(escaped(finding.origin())).append(')');
		}
		text.append('\n');
	}

	private static void append(StringBuilder text, HardeningSheet sheet, CheckStatus status, String title) {
		List<SheetEntry> entries = of(sheet, status);
		if (!entries.isEmpty()) {
			text.append("## ").append(title).append("\n\n");
			for (SheetEntry entry : entries) {
				text.append("- ").append(entry.check().id()).append(' ').append(escaped(entry.check().title()));
				text.append((entry.reason() != null) ? ": " + escaped(entry.reason()) : "").append('\n');
			}
			text.append('\n');
		}
	}

	private static void appendPassed(StringBuilder text, HardeningSheet sheet) {
		List<String> passed = of(sheet, CheckStatus.PASS).stream().map((entry) -> entry.check().id()).toList();
		if (!passed.isEmpty()) {
			text.append("Passed: ").append(String.join(", ", passed)).append(".\n");
		}
	}

	/** What is as it should be only if somebody has looked. */
	private static void appendSeen(StringBuilder text, SheetEntry entry) {
		text.append("\n## Seen: ").append(entry.check().id()).append(' ');
		text.append(escaped(entry.check().title())).append("\n\n");
		entry.findings().forEach((finding) -> append(text, finding));
	}

	private static List<SheetEntry> of(HardeningSheet sheet, CheckStatus status) {
		return sheet.entries().stream().filter((entry) -> entry.status() == status).toList();
	}

	/** What was found may be anything, and must be neither markup nor a new line. */
	private static String escaped(String text) {
		return text.replaceAll("[\\r\\n\\t]+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
	}

}
