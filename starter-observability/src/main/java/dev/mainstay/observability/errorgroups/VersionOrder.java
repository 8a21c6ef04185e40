package dev.mainstay.observability.errorgroups;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Which of two versions is the newer one: number by number where both have numbers in the
 * same place, and a release after what has its numbers and a qualifier.
 */
final class VersionOrder {

	private static final Pattern SEPARATORS = Pattern.compile("[.\\-_+]");

	private static final Pattern NUMBER = Pattern.compile("[0-9]+");

	private VersionOrder() {
	}

	/**
	 * Whether a version came later, or is just another one where neither has a number,
	 * such as the hash of a commit.
	 */
	static boolean isNewer(String version, String than) {
		return areOrdered(version, than) ? compare(version, than) > 0 : !version.equals(than);
	}

	/** Whether there is an older one of the two. */
	static boolean areOrdered(String one, String other) {
		return startsWithNumber(one) && startsWithNumber(other);
	}

	private static boolean startsWithNumber(String version) {
		return isNumber(SEPARATORS.split(version, 2)[0]);
	}

	/** Below zero if the first is the older one. */
	static int compare(String one, String other) {
		String[] first = SEPARATORS.split(one);
		String[] second = SEPARATORS.split(other);
		for (int i = 0; i < Math.max(first.length, second.length); i++) {
			int order = compare(first, second, i);
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	private static int compare(String[] first, String[] second, int at) {
		if (at >= first.length) {
			return -compareWithNothing(second[at]);
		}
		if (at >= second.length) {
			return compareWithNothing(first[at]);
		}
		boolean number = isNumber(first[at]);
		boolean bothAlike = number == isNumber(second[at]);
		if (!bothAlike) {
			return number ? 1 : -1;
		}
		return number ? new BigInteger(first[at]).compareTo(new BigInteger(second[at]))
				: first[at].compareTo(second[at]);
	}

	/** {@code 1.2.1} comes after {@code 1.2}, {@code 1.2-rc1} before it. */
	private static int compareWithNothing(String part) {
		if (!isNumber(part)) {
			return -1;
		}
		return new BigInteger(part).signum();
	}

	private static boolean isNumber(String part) {
		return NUMBER.matcher(part).matches();
	}

}
