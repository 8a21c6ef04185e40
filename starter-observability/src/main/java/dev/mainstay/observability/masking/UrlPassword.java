package dev.mainstay.observability.masking;

/**
 * The password in the authority of a URL, such as that of a database.
 */
final class UrlPassword implements Recognizer {

	private static final int MAX_USER_INFO = 256;

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
		for (int i = start; i < text.length() && i - start < MAX_USER_INFO; i++) {
			char c = text.charAt(i);
			if (c == '@') {
				return (colon >= 0) ? Region.of(colon + 1, i) : Region.NONE;
			}
			if (c <= ' ' || "/?#\"'<>".indexOf(c) >= 0) {
				return Region.NONE;
			}
			colon = (colon < 0 && c == ':') ? i : colon;
		}
		return Region.NONE;
	}

}
