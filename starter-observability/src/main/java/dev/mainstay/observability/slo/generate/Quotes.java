package dev.mainstay.observability.slo.generate;

import java.util.regex.Pattern;

/**
 * Texts between quotes. What is no visible character is escaped, so that there is no line
 * end that one parser sees and another does not.
 */
final class Quotes {

	/**
	 * Control characters, what Unicode calls line and paragraph ends, the mark of a byte
	 * order, and halves of characters.
	 */
	private static final String INVISIBLE = "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff\\p{Cs}";

	private static final Pattern VISIBLE = Pattern.compile("[^" + INVISIBLE + "]*");

	private static final int REPLACEMENT = 0xfffd;

	private Quotes() {
	}

	static boolean isVisible(String string) {
		return VISIBLE.matcher(string).matches();
	}

	/** What JSON, YAML and PromQL all read as the same text. */
	static String inDouble(String string) {
		StringBuilder text = new StringBuilder("\"");
		string.codePoints().forEach((character) -> append(text, character));
		return text.append('"').toString();
	}

	private static void append(StringBuilder text, int character) {
		if (character == '"' || character == '\\') {
			text.append('\\').append((char) character);
		}
		else if (character == '\n') {
			text.append("\\n");
		}
		else if (isVisible(Character.toString(character))) {
			text.appendCodePoint(character);
		}
		else {
			boolean half = Character.getType(character) == Character.SURROGATE;
			text.append(String.format("\\u%04x", half ? REPLACEMENT : character));
		}
	}

}
