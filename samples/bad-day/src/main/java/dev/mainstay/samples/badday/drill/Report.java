package dev.mainstay.samples.badday.drill;

import dev.mainstay.samples.badday.drill.Tallies.Tally;

/**
 * The table of a drill.
 *
 * @param tallies what was counted
 */
record Report(Tallies tallies) {

	private static final String FORMAT = "%1s %-57s %10s  %s";

	@Override
	public String toString() {
		StringBuilder table = new StringBuilder(line("", "", "found", "setting of Mainstay"));
		String group = "";
		for (Line line : Line.values()) {
			if (!line.group().equals(group)) {
				group = line.group();
				table.append(group).append('\n');
			}
			Tally tally = this.tallies.get(line);
			table.append(line((tally.bad() > 0) ? "!" : "", line.label(), tally.toString(),
					tally.isPlayed() ? line.setting() : "not played, needs " + line.needs()));
		}
		return table.append("\n2/15 is 2 of 15 found wanting; ! marks where anything was.").toString();
	}

	private static String line(String mark, String label, String found, String setting) {
		return FORMAT.formatted(mark, label, found, setting).stripTrailing() + "\n";
	}

}
