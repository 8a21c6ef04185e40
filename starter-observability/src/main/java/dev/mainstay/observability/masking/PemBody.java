package dev.mainstay.observability.masking;

import java.util.List;

/**
 * How far the body of a PEM block goes whose second boundary is missing: over lines of
 * Base64 and of encapsulated headers, whose ends may be escaped as in a JSON string. What
 * follows, such as the rest of a stack trace, stays.
 */
final class PemBody {

	private static final List<String> HEADERS = List.of("proc-type:", "dek-info:", "version:", "comment:");

	/** No word of a sentence, and no more than a quarter of a line of a key. */
	private static final int MIN_WITHIN_LINE = 16;

	private PemBody() {
	}

	static int end(CharSequence text, int body, int limit) {
		int end = body;
		while (end < limit) {
			int start = endOfGap(text, end, limit);
			int next = endOfHeader(text, start, limit);
			if (next == start) {
				boolean ownLine = start == body || hasLineEnd(text, end, start);
				next = endOfKey(text, start, limit, ownLine);
			}
			if (next == start) {
				break;
			}
			end = next;
		}
		return end;
	}

	private static int endOfGap(CharSequence text, int start, int limit) {
		int at = start;
		while (at < limit && (text.charAt(at) <= ' ' || isEscape(text, at, limit))) {
			at += (text.charAt(at) == '\\') ? 2 : 1;
		}
		return Math.min(at, limit);
	}

	private static boolean hasLineEnd(CharSequence text, int start, int end) {
		for (int at = start; at < end; at++) {
			if (text.charAt(at) < ' ' || text.charAt(at) == '\\') {
				return true;
			}
		}
		return false;
	}

	private static boolean isEscape(CharSequence text, int at, int limit) {
		return text.charAt(at) == '\\' && at + 1 < limit && "nrt\\".indexOf(text.charAt(at + 1)) >= 0;
	}

	private static int endOfHeader(CharSequence text, int start, int limit) {
		for (String header : HEADERS) {
			if (Ascii.startsWith(text, start, header)) {
				int end = start;
				while (end < limit && text.charAt(end) >= ' ' && text.charAt(end) != '\\') {
					end++;
				}
				return end;
			}
		}
		return start;
	}

	private static int endOfKey(CharSequence text, int start, int limit, boolean ownLine) {
		int end = start;
		while (end < limit && isBase64(text, end, limit)) {
			end++;
		}
		boolean padded = end > start && text.charAt(end - 1) == '=';
		boolean wholeLine = ownLine && (end == limit || text.charAt(end) < ' ' || isEscape(text, end, limit)
				|| "\"'".indexOf(text.charAt(end)) >= 0);
		return (padded || wholeLine || end - start >= MIN_WITHIN_LINE) ? end : start;
	}

	private static boolean isBase64(CharSequence text, int at, int limit) {
		char c = text.charAt(at);
		return Ascii.isAlphanumeric(c) || c == '+' || c == '/' || c == '='
				|| (c == '\\' && at + 1 < limit && text.charAt(at + 1) == '/');
	}

}
