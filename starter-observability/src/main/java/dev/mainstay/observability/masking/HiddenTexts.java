package dev.mainstay.observability.masking;

/**
 * Hides a known secret in a text.
 */
final class HiddenTexts {

	/** Shorter values of fields are parts of other words by chance. */
	private static final int MIN_INSIDE_OF_WORD = 4;

	private HiddenTexts() {
	}

	/**
	 * The text with the secret replaced wherever it stands; each replacement is counted.
	 */
	static String hide(String text, String secret, MaskingRule rule) {
		int at = text.indexOf(secret);
		if (at < 0) {
			return text;
		}
		StringBuilder hidden = new StringBuilder(text.length());
		int copied = 0;
		while (at >= 0) {
			int end = at + secret.length();
			if (rule == MaskingRule.KEY || secret.length() >= MIN_INSIDE_OF_WORD || isWord(text, at, end)) {
				MaskedCounts.add(rule);
				hidden.append(text, copied, at).append(MaskingEngine.REPLACEMENT);
				copied = end;
				at = text.indexOf(secret, end);
			}
			else {
				at = text.indexOf(secret, at + 1);
			}
		}
		return hidden.append(text, copied, text.length()).toString();
	}

	private static boolean isWord(CharSequence text, int start, int end) {
		return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
				&& (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
	}

}
