package dev.mainstay.observability.logging;

/**
 * The size of a text in a line: in UTF-8, with what is escaped there.
 */
final class JsonText {

	private static final int ESCAPE = 6;

	private JsonText() {
	}

	static boolean fits(String text, int bytes) {
		return text.length() <= bytes && end(text, bytes) == text.length();
	}

	static int bytes(String text) {
		int bytes = 0;
		for (int at = 0; at < text.length(); at++) {
			bytes += bytes(text.charAt(at));
		}
		return bytes;
	}

	/**
	 * The beginning of a text that is longer, and how long it is, if there is room to say
	 * so.
	 */
	static String cut(String text, int bytes) {
		String note = "... [" + text.length() + " characters]";
		return (note.length() <= bytes) ? text.substring(0, end(text, bytes - note.length())) + note : "";
	}

	/** Where the part ends that fits, which is not within a pair of surrogates. */
	private static int end(String text, int bytes) {
		int left = bytes;
		for (int at = 0; at < text.length(); at++) {
			left -= bytes(text.charAt(at));
			if (left < 0) {
				return (at > 0 && Character.isHighSurrogate(text.charAt(at - 1))) ? at - 1 : at;
			}
		}
		return text.length();
	}

	private static int bytes(char c) {
		if (c < 0x80) {
			return isPlain(c) ? 1 : escaped(c);
		}
		if (c == 0x85 || c == 0x2028 || c == 0x2029) {
			return ESCAPE;
		}
		// Of a pair, four together. What takes the place of a single one has three.
		return (c < 0x800) ? 2 : 3;
	}

	private static boolean isPlain(char c) {
		return c >= ' ' && c != '"' && c != '\\';
	}

	private static int escaped(char c) {
		return switch (c) {
			case '"', '\\', '\n', '\r', '\t', '\b', '\f' -> 2;
			default -> ESCAPE;
		};
	}

}
