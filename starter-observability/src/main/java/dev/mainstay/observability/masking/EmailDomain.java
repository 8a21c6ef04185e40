package dev.mainstay.observability.masking;

import java.util.Set;

/**
 * The domain of an e-mail address: labels that are joined by dots, the last of them of
 * letters.
 */
final class EmailDomain {

	private static final int MAX = 253;

	private static final String PUNYCODE = "xn--";

	/** Last parts of the names of files that are no top-level domain. */
	private static final Set<String> FILES = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "ico", "js",
			"mjs", "cjs", "css", "json", "xml", "yml", "yaml", "tgz", "gz", "jar", "war", "html", "txt");

	private EmailDomain() {
	}

	/** Where the domain ends that begins here, or -1 if there is none. */
	static int end(CharSequence text, int start) {
		boolean numbers = true;
		int labels = 1;
		int label = start;
		while (label - start < MAX) {
			int end = endOfLabel(text, label, start);
			if (!isFollowedByLabel(text, end) || end == start) {
				// 163.com is a domain, 2.1.Final a version.
				boolean version = labels > 2 && numbers;
				return (labels > 1 && !version) ? endOfTopLevel(text, label, end) : -1;
			}
			numbers = numbers && Ascii.endOfDigits(text, label) == end;
			labels++;
			label = end + 1;
		}
		return -1;
	}

	private static int endOfLabel(CharSequence text, int label, int start) {
		int end = label;
		while (end < text.length() && end - start < MAX && isInLabel(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isFollowedByLabel(CharSequence text, int end) {
		return end + 1 < text.length() && text.charAt(end) == '.' && isInLabel(text.charAt(end + 1));
	}

	private static boolean isInLabel(char c) {
		return Ascii.isAlphanumeric(c) || c == '-' || (c >= Ascii.SIZE && Character.isLetterOrDigit(c));
	}

	private static int endOfTopLevel(CharSequence text, int label, int end) {
		if (Ascii.startsWith(text, label, PUNYCODE)) {
			return end;
		}
		int at = label;
		while (at < end && KeyLetters.isLetter(text.charAt(at))) {
			at++;
		}
		boolean ends = at == end || text.charAt(at) == '-';
		return (ends && at - label > 1 && !FILES.contains(text.subSequence(label, at).toString())) ? at : -1;
	}

}
