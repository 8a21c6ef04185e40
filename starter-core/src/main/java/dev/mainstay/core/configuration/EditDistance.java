package dev.mainstay.core.configuration;

/**
 * The number of characters to insert, delete or replace to make one text of another
 * (Levenshtein), by the usual dynamic programming over two rows.
 */
final class EditDistance {

	private EditDistance() {
	}

	static int between(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			row = next(row, i, one.charAt(i - 1), other);
		}
		return row[other.length()];
	}

	private static int[] next(int[] above, int i, char c, String other) {
		int[] row = new int[above.length];
		row[0] = i;
		for (int j = 1; j < row.length; j++) {
			int replaced = above[j - 1] + ((c == other.charAt(j - 1)) ? 0 : 1);
			row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
		}
		return row;
	}

}
