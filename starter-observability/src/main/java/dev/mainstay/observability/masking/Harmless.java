package dev.mainstay.observability.masking;

/**
 * Values that are no secret even under a sensitive key.
 */
final class Harmless {

	private static final int MAX_DIGITS = 40;

	private Harmless() {
	}

	static boolean isHarmless(SensitiveKeys.Kind kind, CharSequence text, int start, int end) {
		return isMasked(text, start, end) || is("true", text, start, end) || is("false", text, start, end)
				|| is("null", text, start, end) || isPlaceholder(text, start)
				|| (kind == SensitiveKeys.Kind.TOKEN && isNumber(text, start, end));
	}

	/** With or without the bracket, as that may end a bare value. */
	private static boolean isMasked(CharSequence text, int start, int end) {
		return is(MaskingEngine.REPLACEMENT, text, start, end) || is("[masked", text, start, end);
	}

	private static boolean is(String word, CharSequence text, int start, int end) {
		return end - start == word.length() && Ascii.startsWith(text, start, word);
	}

	/** A name in the place of a value, which somebody forgot to resolve. */
	static boolean isPlaceholder(CharSequence text, int start) {
		return Ascii.startsWith(text, start, "${") || Ascii.startsWith(text, start, "{{");
	}

	private static boolean isNumber(CharSequence text, int start, int end) {
		if (end - start > MAX_DIGITS) {
			return false;
		}
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (!Ascii.isDigit(c) && c != '.' && !(c == '-' && i == start)) {
				return false;
			}
		}
		return true;
	}

}
