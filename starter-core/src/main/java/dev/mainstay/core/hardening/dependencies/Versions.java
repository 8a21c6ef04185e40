package dev.mainstay.core.hardening.dependencies;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Compares versions by their leading numbers.
 */
final class Versions {

	private static final Pattern END_OF_NUMBERS = Pattern.compile("[^0-9.].*$");

	private Versions() {
	}

	/** A preview of a version counts as that version. */
	static boolean isOlder(String version, String than) {
		return Arrays.compare(numbers(version), numbers(than)) < 0;
	}

	private static int[] numbers(String version) {
		int[] numbers = Arrays.stream(END_OF_NUMBERS.matcher(version).replaceFirst("").split("\\."))
			.filter((number) -> !number.isEmpty() && number.length() < 10)
			.mapToInt(Integer::parseInt)
			.toArray();
		return Arrays.copyOf(numbers, Math.max(numbers.length, 4));
	}

}
