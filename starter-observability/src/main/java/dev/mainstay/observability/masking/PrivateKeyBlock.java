package dev.mainstay.observability.masking;

/**
 * A private key in PEM (RFC 7468): everything between its two boundaries, or what looks
 * like a key if the second one is missing.
 */
final class PrivateKeyBlock implements Recognizer {

	private static final String BEGIN = "-----begin ";

	private static final String END = "-----end ";

	private static final String DASHES = "-----";

	private static final int MAX_LABEL = 80;

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
		int label = at + BEGIN.length();
		int body = label;
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
		boolean closed = Ascii.startsWith(text, next, END);
		return Region.of(body, closed ? next : PemBody.end(text, body, next));
	}

	private static boolean endsInPrivateKey(CharSequence text, int label, int end) {
		for (int at = label; at < end; at++) {
			if (Ascii.startsWith(text, at, "private key")) {
				return true;
			}
		}
		return false;
	}

}
