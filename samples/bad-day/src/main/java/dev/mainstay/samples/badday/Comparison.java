package dev.mainstay.samples.badday;

import java.util.Arrays;
import java.util.List;

/**
 * Two days side by side.
 *
 * @param bare the day of the service without Mainstay
 * @param hardened the day of the service with it
 */
record Comparison(Scoreboard bare, Scoreboard hardened) {

	private static final String FORMAT = "%1s %-53s %12s %12s  %s";

	/**
	 * Returns the rows whose hardened outcome is not as it must be, or does not differ.
	 */
	List<Row> failed() {
		return Arrays.stream(Row.values())
			.filter((row) -> !row.holds(this.bare.get(row), this.hardened.get(row)))
			.toList();
	}

	String table() {
		StringBuilder table = new StringBuilder(line(" ", "", "bare", "hardened", "what made the difference"));
		List<Row> failed = failed();
		String group = "";
		for (Row row : Row.values()) {
			if (!row.group().equals(group)) {
				group = row.group();
				table.append(group).append('\n');
			}
			table.append(line(failed.contains(row) ? "!" : " ", row.label(), this.bare.get(row).toString(),
					this.hardened.get(row).toString(), row.feature()));
		}
		return table.append(summary()).append('\n').toString();
	}

	private String summary() {
		int rows = Row.values().length;
		List<Row> failed = failed();
		String end = failed.isEmpty() ? "." : ", all but those marked with !.";
		return "%nThe same classes, one dependency and one YAML file: %d of %d rows differ as they must%s"
			.formatted(rows - failed.size(), rows, end);
	}

	private static String line(String mark, String label, String bare, String hardened, String feature) {
		return FORMAT.formatted(mark, label, bare, hardened, feature).stripTrailing() + "\n";
	}

}
