package dev.mainstay.observability.masking;

/**
 * Where a value ends. In doubt later: a word too many masked is better than half a
 * password shown.
 */
final class ValueBounds {

	private static final int MAX_NAME = 64;

	private static final int MAX_FURTHER_LINES = 512;

	private ValueBounds() {
	}

	/**
	 * A value in quotes, up to a quote that is escaped no deeper than the opening one; on
	 * a later line only if that clearly closes the value, else to the end of the line.
	 */
	static long quoted(CharSequence text, int quote, int escapes) {
		long block = PrivateKeyBlock.at(text, quote + 1);
		if (block != Region.NONE) {
			return block;
		}
		int backslashes = 0;
		int at = quote + 1;
		for (; at < text.length() && text.charAt(at) != '\n'; at++) {
			char c = text.charAt(at);
			if (c == text.charAt(quote) && backslashes <= escapes) {
				return Region.of(quote + 1, at - backslashes);
			}
			backslashes = (c == '\\') ? backslashes + 1 : 0;
		}
		int later = closingOnLaterLine(text, quote, at, escapes);
		return Region.of(quote + 1, (later >= 0) ? later : at);
	}

	private static int closingOnLaterLine(CharSequence text, int quote, int endOfLine, int escapes) {
		int backslashes = 0;
		for (int at = endOfLine; at < text.length() && at - endOfLine < MAX_FURTHER_LINES; at++) {
			char c = text.charAt(at);
			if (c == text.charAt(quote) && backslashes <= escapes) {
				boolean closes = !isBeforeOpening(text.charAt(at - backslashes - 1)) && isFollowedByEnd(text, at + 1);
				return closes ? at - backslashes : -1;
			}
			backslashes = (c == '\\') ? backslashes + 1 : 0;
		}
		return -1;
	}

	private static boolean isBeforeOpening(char c) {
		return c <= ' ' || "=:([{,".indexOf(c) >= 0;
	}

	/** A list or an object with all that is in it, or else the rest of the line. */
	static long bracketed(CharSequence text, int start) {
		int depth = 0;
		int at = start;
		for (; at < text.length() && text.charAt(at) != '\n'; at++) {
			char c = text.charAt(at);
			if (c == '[' || c == '{') {
				depth++;
			}
			else if (c == ']' || c == '}') {
				depth--;
				if (depth == 0) {
					return (at - start > 1) ? Region.of(start, at + 1) : Region.NONE;
				}
			}
		}
		return Region.of(start, at);
	}

	static int endOfBare(CharSequence text, int start) {
		int at = start;
		while (at < text.length() && !endsAt(text, at)) {
			at++;
		}
		return at;
	}

	static boolean endsAt(CharSequence text, int at) {
		char c = text.charAt(at);
		return switch (c) {
			case ',', ';', '&' -> isFollowedByEnd(text, at + 1) || isFollowedByName(text, at + 1);
			case '"', '\'', ')', ']', '}', '>' -> isFollowedByEnd(text, at + 1);
			case '\\' -> at + 1 < text.length() && text.charAt(at + 1) == '"' && isFollowedByEnd(text, at + 2);
			default -> c <= ' ';
		};
	}

	private static boolean isFollowedByEnd(CharSequence text, int at) {
		return at >= text.length() || text.charAt(at) <= ' ' || ",;&.:\"')]}>\\".indexOf(text.charAt(at)) >= 0;
	}

	/** Whether the next parameter, attribute or entry begins here. */
	private static boolean isFollowedByName(CharSequence text, int start) {
		int at = start;
		while (at < text.length() && at - start < MAX_NAME && isNamePart(text.charAt(at))) {
			at++;
		}
		return at > start && at < text.length() && text.charAt(at) == '=';
	}

	private static boolean isNamePart(char c) {
		return Ascii.isWord(c) || c == '-' || c == '.' || c == '[' || c == ']' || c == '%';
	}

}
