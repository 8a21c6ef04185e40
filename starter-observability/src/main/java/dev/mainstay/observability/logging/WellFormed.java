package dev.mainstay.observability.logging;

/**
 * Replaces each half of a surrogate pair that stands alone, which no encoding of Unicode
 * has and strict parsers reject even when it is escaped.
 */
final class WellFormed {

	private static final char REPLACEMENT = '\ufffd';

	private WellFormed() {
	}

	/**
	 * The text, or the same instance if there is nothing to replace.
	 */
	static String of(String text) {
		for (int at = 0; at < text.length(); at++) {
			if (Character.isSurrogate(text.charAt(at))) {
				if (!isPair(text, at)) {
					return replaced(text, at);
				}
				at++;
			}
		}
		return text;
	}

	private static String replaced(String text, int first) {
		StringBuilder result = new StringBuilder(text);
		for (int at = first; at < text.length(); at++) {
			if (Character.isSurrogate(text.charAt(at))) {
				if (isPair(text, at)) {
					at++;
				}
				else {
					result.setCharAt(at, REPLACEMENT);
				}
			}
		}
		return result.toString();
	}

	private static boolean isPair(String text, int at) {
		return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
	}

}
