package dev.mainstay.samples.orders.hardened;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.SheetEntry;

/**
 * The page of the findings: text, and a table whose last column is written by hand. All
 * that stands behind the table is kept.
 */
record FindingsPage(String before, Map<String, String> whoMends, String after) {

	private static final String HEAD = "| id | severity | what should be so | what was found | who mends it, and how |\n"
			+ "| --- | --- | --- | --- | --- |\n";

	private static final Pattern ROW = Pattern.compile("\\| (?<id>[A-Z]+-\\d+) \\|.*\\| (?<who>[^|]*) \\|");

	/**
	 * Ports differ from run to run, and so does the number of a server in its process.
	 */
	private static final Pattern PORT = Pattern.compile("(?<=localhost:|http-nio-auto-)\\d+(-\\d+)?");

	static FindingsPage of(String page) {
		int start = page.indexOf(HEAD);
		int end = page.indexOf("\n\n", start);
		Map<String, String> whoMends = page.substring(start, end)
			.lines()
			.map(ROW::matcher)
			.filter((row) -> row.matches())
			.collect(Collectors.toMap((row) -> row.group("id"), (row) -> row.group("who").strip()));
		return new FindingsPage(page.substring(0, start), whoMends, page.substring(end + 1));
	}

	String whoMends(SheetEntry entry) {
		return this.whoMends.getOrDefault(entry.check().id(), "");
	}

	String with(List<SheetEntry> findings) {
		return findings.stream().map(this::row).collect(Collectors.joining("", this.before + HEAD, this.after));
	}

	private String row(SheetEntry entry) {
		CheckDescription check = entry.check();
		String severity = check.severity().name().toLowerCase(Locale.ROOT);
		return "| " + String.join(" | ", check.id(), severity, check.title(), seen(entry), whoMends(entry)) + " |\n";
	}

	private static String seen(SheetEntry entry) {
		if (entry.findings().isEmpty()) {
			return entry.status().name().toLowerCase(Locale.ROOT) + ": " + entry.reason();
		}
		String seen = entry.findings().stream().map(Finding::evidence).collect(Collectors.joining("; "));
		return PORT.matcher(seen).replaceAll("...").replace("|", "\\|");
	}

}
