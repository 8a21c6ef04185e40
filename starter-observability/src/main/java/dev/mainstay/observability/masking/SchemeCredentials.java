package dev.mainstay.observability.masking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Credentials of the schemes {@code Bearer} and {@code Basic} that stand without their
 * header, told from a sentence that speaks of them by what follows.
 */
final class SchemeCredentials implements Recognizer {

	private static final String BEARER = "bearer";

	private static final String BASIC = "basic";

	/** Shorter ones are words, longer ones are not written by hand. */
	private static final int MIN_BEARER = 12;

	private static final int MIN_BEARER_OF_LETTERS = 24;

	private static final int MAX_BASIC = 1024;

	@Override
	public MaskingRule rule() {
		return MaskingRule.CREDENTIALS;
	}

	@Override
	public String triggers() {
		return "Bb";
	}

	@Override
	public long find(CharSequence text, int at) {
		boolean bearer = Ascii.startsWith(text, at, BEARER);
		if (!bearer && !Ascii.startsWith(text, at, BASIC)) {
			return Region.NONE;
		}
		int endOfScheme = at + (bearer ? BEARER : BASIC).length();
		int start = Ascii.endOfBlanksOfUrl(text, endOfScheme);
		if (start == endOfScheme) {
			return Region.NONE;
		}
		int end = endOfToken(text, start);
		boolean secret = bearer ? isBearerToken(text, start, end) : isUserAndPassword(text, start, end);
		return secret ? Region.of(start, end) : Region.NONE;
	}

	/** The characters of {@code token68} in RFC 9110, section 11.2. */
	private static int endOfToken(CharSequence text, int start) {
		int at = start;
		while (at < text.length()
				&& (Ascii.isAlphanumeric(text.charAt(at)) || "-._~+/=".indexOf(text.charAt(at)) >= 0)) {
			at++;
		}
		return at;
	}

	private static boolean isBearerToken(CharSequence text, int start, int end) {
		if (end - start >= MIN_BEARER_OF_LETTERS) {
			return true;
		}
		for (int i = start; i < end && end - start >= MIN_BEARER; i++) {
			if (Ascii.isDigit(text.charAt(i))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isUserAndPassword(CharSequence text, int start, int end) {
		if (end - start < 4 || end - start > MAX_BASIC) {
			return false;
		}
		try {
			byte[] decoded = Base64.getDecoder().decode(text.subSequence(start, end).toString());
			return new String(decoded, StandardCharsets.ISO_8859_1).indexOf(':') >= 0;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
