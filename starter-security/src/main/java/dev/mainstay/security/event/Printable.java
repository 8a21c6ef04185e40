package dev.mainstay.security.event;

import dev.mainstay.core.masking.TextMasker;

/**
 * Makes one line of a text that somebody else wrote, and not a long one. What is secret
 * in it is masked before it is cut, as half a secret may not be known for one.
 */
final class Printable {

	static final int MAX_NAME = 100;

	static final int MAX_VALUE = 300;

	/** A form may have megabytes in a field. */
	private static final int MAX_MASKED = 4096;

	private static final String CUT = "...";

	private Printable() {
	}

	static String name(String text, TextMasker masker) {
		return of(masked(text, masker), MAX_NAME);
	}

	static String value(String text, TextMasker masker) {
		return of(masked(text, masker), MAX_VALUE);
	}

	private static String masked(String text, TextMasker masker) {
		return masker.mask((text.length() > MAX_MASKED) ? text.substring(0, MAX_MASKED) : text);
	}

	private static String of(String text, int limit) {
		boolean cut = text.length() > limit;
		StringBuilder line = new StringBuilder(cut ? text.substring(0, limit) : text);
		for (int i = 0; i < line.length(); i++) {
			if (isHarmful(line, i)) {
				line.setCharAt(i, '?');
			}
		}
		return cut ? line.append(CUT).toString() : line.toString();
	}

	/**
	 * What ends a line, moves a cursor, is not seen, or turns the direction of what
	 * follows; half a character, which is all that may be left of the last one.
	 */
	private static boolean isHarmful(CharSequence text, int index) {
		char letter = text.charAt(index);
		if (Character.isSurrogate(letter)) {
			return !isHalfOfPair(text, index);
		}
		return switch (Character.getType(letter)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.UNASSIGNED, Character.PRIVATE_USE ->
				true;
			default -> false;
		};
	}

	private static boolean isHalfOfPair(CharSequence text, int index) {
		if (Character.isHighSurrogate(text.charAt(index))) {
			return index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1));
		}
		return index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
	}

}
