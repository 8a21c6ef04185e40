package dev.mainstay.observability.masking;

import java.util.List;

/**
 * Where the secret is in the value of a header that has a form of its own.
 */
final class HeaderValue {

	/** Schemes with one word of credentials, which leave the rest of a sentence alone. */
	private static final List<String> ONE_WORD = List.of("bearer", "basic", "token", "apikey", "negotiate", "ntlm",
			"dpop");

	/** The beginnings of schemes with a list of parameters. */
	private static final List<String> PARAMETERS = List.of("digest", "hawk", "oauth", "signature", "aws4-", "scram-",
			"mutual", "sharedkey", "googlelogin");

	private HeaderValue() {
	}

	/**
	 * The credentials behind a scheme; with the scheme, if it is not a known one, as the
	 * first word may be the credentials then.
	 */
	static long authorization(CharSequence text, int start) {
		int endOfScheme = ValueBounds.endOfBare(text, start);
		int credentials = Ascii.endOfBlanks(text, endOfScheme);
		if (credentials == endOfScheme || credentials == text.length() || text.charAt(credentials) < ' ') {
			return Region.of(start, endOfScheme);
		}
		if (takesParameters(text, start)) {
			return Region.of(credentials, Ascii.endOfLine(text, credentials));
		}
		int end = ValueBounds.endOfBare(text, credentials);
		if (hasParameters(text, credentials, end)) {
			end = Ascii.endOfLine(text, end);
		}
		return Region.of(isOneWord(text, start, endOfScheme) ? credentials : start, end);
	}

	private static boolean takesParameters(CharSequence text, int start) {
		for (String scheme : PARAMETERS) {
			if (Ascii.startsWith(text, start, scheme)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOneWord(CharSequence text, int start, int end) {
		for (String scheme : ONE_WORD) {
			if (end - start == scheme.length() && Ascii.startsWith(text, start, scheme)) {
				return true;
			}
		}
		return false;
	}

	/** An equals sign that is no padding at the end. */
	private static boolean hasParameters(CharSequence text, int start, int end) {
		for (int at = start; at < end - 1; at++) {
			if (text.charAt(at) == '=') {
				return text.charAt(at + 1) != '=';
			}
		}
		return false;
	}

	/** Pairs with a semicolon behind all but the last. */
	static long cookie(CharSequence text, int start) {
		int end = start;
		int at = start;
		do {
			end = endOfPair(text, at);
			at = end + 1;
			while (at < text.length() && text.charAt(at) == ' ') {
				at++;
			}
		}
		while (end < text.length() && text.charAt(end) == ';' && at < text.length());
		return Region.of(start, end);
	}

	private static int endOfPair(CharSequence text, int start) {
		int at = start;
		while (at < text.length() && text.charAt(at) > ' ' && ",;]}\"".indexOf(text.charAt(at)) < 0) {
			at++;
		}
		return at;
	}

}
