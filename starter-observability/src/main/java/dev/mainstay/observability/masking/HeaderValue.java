package dev.mainstay.observability.masking;

import java.util.List;

/**
 * Where the secret is in the value of a header that has a form of its own.
 */
final class HeaderValue {

	/** Schemes with one word of credentials, which leave the rest of a sentence alone. */
	private static final List<String> ONE_WORD = List.of("bearer ", "basic ", "token ", "apikey ", "negotiate ",
			"ntlm ", "dpop ");

	/** Schemes with a list of parameters. */
	private static final List<String> PARAMETERS = List.of("digest ", "hawk ", "oauth ", "signature ", "aws4-",
			"scram-", "mutual ", "sharedkey", "googlelogin ");

	private HeaderValue() {
	}

	static long authorization(CharSequence text, int start) {
		for (String scheme : ONE_WORD) {
			if (Ascii.startsWith(text, start, scheme)) {
				int credentials = start + scheme.length();
				return Region.of(credentials, ValueBounds.endOfBare(text, credentials));
			}
		}
		for (String scheme : PARAMETERS) {
			if (Ascii.startsWith(text, start, scheme)) {
				return Region.of(start + scheme.length(), Ascii.endOfLine(text, start));
			}
		}
		return Region.of(start, ValueBounds.endOfBare(text, start));
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
