package dev.mainstay.tests.external;

import java.time.Instant;

/**
 * One value that a panel shows.
 *
 * @param panel the title of the panel
 * @param series what the value is of
 * @param time when it was so
 * @param value the value
 * @param colour the colour that the panel gives it
 * @param text what the panel writes
 */
record Reading(String panel, String series, Instant time, double value, String colour, String text) {

	static final String HEADER = "panel,series,time,value,colour,text";

	static Reading parse(String line) {
		String[] parts = line.split(",");
		return new Reading(parts[0], parts[1], Instant.parse(parts[2]), Double.parseDouble(parts[3]), parts[4],
				parts[5]);
	}

	String csv() {
		return String.join(",", this.panel, this.series, this.time.toString(), String.valueOf(this.value), this.colour,
				this.text);
	}

}
