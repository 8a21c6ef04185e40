package dev.mainstay.observability.masking;

/**
 * A private key in PEM (RFC 7468): everything between its two boundaries, or what looks
 * like a key if the second one is missing.
 */
final class PrivateKeyBlock implements Recognizer {

	private static final String BEGIN = "-----begin";

	private static final String END = "-----end";

	private static final String DASHES = "-----";

	private static final int MAX_LABEL = 80;

	@Override
	public MaskingRule rule() {
		return MaskingRule.PRIVATE_KEY;
	}

	@Override
	public String triggers() {
		return "-";
	}

	@Override
	public long find(CharSequence text, int at) {
		return (at > 0 && text.charAt(at - 1) == '-') ? Region.NONE : at(text, at);
	}

	static long at(CharSequence text, int at) {
		if (!Ascii.startsWith(text, at, BEGIN)) {
			return Region.NONE;
		}
		int label = endOfSpace(text, at + BEGIN.length());
		int body = label;
		if (label < 0) {
			return Region.NONE;
		}
		while (body < text.length() && body - label < MAX_LABEL && text.charAt(body) != '-') {
			body++;
		}
		if (!Ascii.startsWith(text, body, DASHES) || !endsInPrivateKey(text, label, body)) {
			return Region.NONE;
		}
		body += DASHES.length();
		int next = body;
		while (next < text.length() && !(text.charAt(next) == '-' && Ascii.startsWith(text, next, DASHES))) {
			next++;
		}
		boolean closed = Ascii.startsWith(text, next, END) && endOfSpace(text, next + END.length()) > 0;
		return Region.of(body, closed ? next : endOfBody(text, body, next));
	}

	private static int endOfBody(CharSequence text, int body, int limit) {
		if (body >= limit || text.charAt(body) != '%') {
			return PemBody.end(text, body, limit);
		}
		int end = body;
		while (end < limit && text.charAt(end) != '&' && !ValueBounds.endsAt(text, end)) {
			end++;
		}
		return end;
	}

	/** In a URL it is encoded. */
	private static int endOfSpace(CharSequence text, int at) {
		if (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '+')) {
			return at + 1;
		}
		return Ascii.startsWith(text, at, "%20") ? at + 3 : -1;
	}

	private static boolean endsInPrivateKey(CharSequence text, int label, int end) {
		for (int at = label; at < end; at++) {
			int space = Ascii.startsWith(text, at, "private") ? endOfSpace(text, at + "private".length()) : -1;
			if (space > 0 && Ascii.startsWith(text, space, "key")) {
				return true;
			}
		}
		return false;
	}

}
