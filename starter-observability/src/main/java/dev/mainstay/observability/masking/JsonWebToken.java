package dev.mainstay.observability.masking;

/**
 * A JSON Web Token in compact form: at least three parts in the URL-safe alphabet of
 * Base64, joined by dots, of which the first is a JSON object (RFC 7519, section 3).
 */
final class JsonWebToken implements Recognizer {

	/** An encoded <code>{"</code>. */
	private static final String OBJECT = "eyJ";

	private static final int MIN_HEADER = 12;

	private static final int MAX_PARTS = 5;

	@Override
	public MaskingRule rule() {
		return MaskingRule.JWT;
	}

	@Override
	public String triggers() {
		return "e";
	}

	@Override
	public long find(CharSequence text, int at) {
		if (text.length() - at < MIN_HEADER || !isObject(text, at) || !isFirstOfItsPart(text, at)) {
			return Region.NONE;
		}
		int end = endOfPart(text, at);
		if (end - at < MIN_HEADER) {
			return Region.NONE;
		}
		int parts = 1;
		while (parts < MAX_PARTS && end < text.length() && text.charAt(end) == '.') {
			end = endOfPart(text, end + 1);
			parts++;
		}
		return (parts >= 3) ? Region.of(at, end) : Region.NONE;
	}

	private static boolean isObject(CharSequence text, int at) {
		return text.charAt(at) == OBJECT.charAt(0) && text.charAt(at + 1) == OBJECT.charAt(1)
				&& text.charAt(at + 2) == OBJECT.charAt(2);
	}

	/**
	 * Hyphens and underscores are part of the alphabet and what comes before a token too.
	 * Where an earlier object was none, what follows in the same part cannot be one
	 * either, and is not read again.
	 */
	private static boolean isFirstOfItsPart(CharSequence text, int at) {
		for (int before = at - 1; before >= 0 && isPart(text.charAt(before)); before--) {
			if (isObject(text, before) && (before == 0 || !Ascii.isAlphanumeric(text.charAt(before - 1)))) {
				return false;
			}
		}
		return true;
	}

	private static int endOfPart(CharSequence text, int start) {
		int at = start;
		while (at < text.length() && isPart(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private static boolean isPart(char c) {
		return Ascii.isWord(c) || c == '-';
	}

}
