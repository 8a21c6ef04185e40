package dev.mainstay.observability.logging;

/**
 * Shows the characters that would end a line of text, or make a terminal do something, by
 * their escapes: who can write a value then cannot write a line.
 */
final class TextEscapes {

	private TextEscapes() {
	}

	/**
	 * The text on one line, or the same instance if it is.
	 */
	static String onOneLine(String text) {
		return escaped(text, false);
	}

	/** The text with its line ends, and nothing else that a terminal acts on. */
	static String onLines(String text) {
		return escaped(text, true);
	}

	private static String escaped(String text, boolean lines) {
		StringBuilder escaped = null;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (isPlain(c) || (lines && (c == '\n' || c == '\r'))) {
				if (escaped != null) {
					escaped.append(c);
				}
				continue;
			}
			escaped = (escaped != null) ? escaped : new StringBuilder(text.length() + 16).append(text, 0, i);
			append(escaped, c);
		}
		return (escaped != null) ? escaped.toString() : text;
	}

	private static void append(StringBuilder escaped, char c) {
		switch (c) {
			case '\n' -> escaped.append("\\n");
			case '\r' -> escaped.append("\\r");
			default -> escaped.append(String.format("\\u%04x", (int) c));
		}
	}

	private static boolean isPlain(char c) {
		if (c < 0x7f) {
			return c >= ' ' || c == '\t';
		}
		return c > 0x9f && !isLineEnd(c) && !isDirection(c);
	}

	private static boolean isLineEnd(char c) {
		return c == '\u2028' || c == '\u2029';
	}

	/** What makes text look as if it stood elsewhere. */
	private static boolean isDirection(char c) {
		return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069') || c == '\u200e' || c == '\u200f'
				|| c == '\u061c';
	}

}
