package dev.mainstay.core.hardening.autoconfigure;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Reads the days in the configuration. Only as ISO 8601 writes them: what a locale makes
 * of {@code 3/4/27} depends on the machine.
 */
final class IsoDate {

	private IsoDate() {
	}

	static boolean isOne(@Nullable String text) {
		return read(text) != null;
	}

	static LocalDate of(@Nullable String text) {
		LocalDate date = read(text);
		if (date == null) {
			throw new IllegalArgumentException("'" + text + "' is not a date such as 2027-03-31");
		}
		return date;
	}

	private static @Nullable LocalDate read(@Nullable String text) {
		try {
			return (text != null) ? LocalDate.parse(text.strip()) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
