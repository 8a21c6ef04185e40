package dev.mainstay.samples.badday;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the days of all pairs came to, row by row.
 *
 * @param comparisons one for each pair
 */
record Table(List<Comparison> comparisons) {

	@Override
	public String toString() {
		StringBuilder table = new StringBuilder(head());
		String group = "";
		for (Row row : Row.values()) {
			if (!row.group().equals(group)) {
				group = row.group();
				table.append(group).append('\n');
			}
			table.append(line(row));
		}
		return table.append(summary()).append('\n').toString();
	}

	private String head() {
		StringBuilder stacks = new StringBuilder("%55s".formatted(""));
		StringBuilder services = new StringBuilder("%55s".formatted(""));
		for (Comparison comparison : this.comparisons) {
			stacks.append("%22s".formatted("-- " + comparison.stack().label() + " --"));
			services.append("%11s%11s".formatted("bare", "hardened"));
		}
		return stacks + "\n" + services + "  setting of Mainstay\n";
	}

	private String line(Row row) {
		boolean holds = this.comparisons.stream().allMatch((comparison) -> comparison.holds(row));
		StringBuilder line = new StringBuilder("%1s %-53s".formatted(holds ? "" : "!", row.label()));
		for (Comparison comparison : this.comparisons) {
			String mark = comparison.holds(row) ? (comparison.isAlike(row) ? "=" : "") : "!";
			line.append("%11s%11s".formatted(comparison.bare().get(row), mark + comparison.hardened().get(row)));
		}
		return line.append("  ").append(row.setting()).append('\n').toString();
	}

	private String summary() {
		StringBuilder summary = new StringBuilder(
				"\nThe same classes, one dependency and one YAML file. Rows as they must be: ");
		summary.append(this.comparisons.stream().map(Table::summary).collect(Collectors.joining(", "))).append('.');
		if (this.comparisons.stream().anyMatch((comparison) -> !comparison.failed().isEmpty())) {
			summary.append("\n! is not as it must be.");
		}
		return summary
			.append("\n= WebFlux comes to by itself: nobody waits on a thread, what a client gave up is cancelled.")
			.toString();
	}

	private static String summary(Comparison comparison) {
		int rows = Row.values().length;
		return "%d of %d on %s".formatted(rows - comparison.failed().size(), rows, comparison.stack().label());
	}

}
