package dev.mainstay.observability.masking;

/**
 * The password in the authority of a URL, such as that of a database: up to the last
 * {@code @}, as people forget to encode those in it.
 */
final class UrlPassword implements Recognizer {

	private static final int MAX_USER_INFO = 256;

	@Override
	public MaskingRule rule() {
		return MaskingRule.URL_PASSWORD;
	}

	@Override
	public String triggers() {
		return ":";
	}

	@Override
	public long find(CharSequence text, int at) {
		if (!Ascii.startsWith(text, at, "://")) {
			return Region.NONE;
		}
		int start = at + 3;
		int colon = -1;
		int end = -1;
		for (int i = start; i < text.length() && i - start < MAX_USER_INFO && !isEnd(text.charAt(i)); i++) {
			char c = text.charAt(i);
			colon = (colon < 0 && c == ':') ? i : colon;
			end = (c == '@') ? i : end;
		}
		boolean secret = colon >= 0 && colon < end
				&& !Harmless.isHarmless(SensitiveKeys.Kind.SECRET, text, colon + 1, end);
		return secret ? Region.of(colon + 1, end) : Region.NONE;
	}

	/** Of the authority. */
	private static boolean isEnd(char c) {
		return c <= ' ' || "/?#\"'<>".indexOf(c) >= 0;
	}

}
