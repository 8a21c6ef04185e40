package dev.mainstay.observability.masking;

/**
 * An e-mail address: found at its {@code @}, or {@code %40} in a URL, and looked at in
 * both directions. A domain needs a dot and a last part of letters, which tells an
 * address from the text of an object ({@code Order@1b2c3d}), from a version
 * ({@code core@2.1.Final}) and from a file ({@code logo@2x.png}).
 */
final class EmailAddress implements Recognizer {

	/** Twice what is allowed: parts of it may be encoded. */
	private static final int MAX_LOCAL_PART = 128;

	private static final String ENCODED = "%40";

	private final boolean whole;

	private EmailAddress(boolean whole) {
		this.whole = whole;
	}

	/** The part before the {@code @} only. */
	static EmailAddress localPart() {
		return new EmailAddress(false);
	}

	static EmailAddress whole() {
		return new EmailAddress(true);
	}

	@Override
	public MaskingRule rule() {
		return MaskingRule.EMAIL;
	}

	@Override
	public String triggers() {
		return "@%";
	}

	@Override
	public long find(CharSequence text, int at) {
		boolean encoded = text.charAt(at) == '%';
		if (encoded && !Ascii.startsWith(text, at, ENCODED)) {
			return Region.NONE;
		}
		int start = startOfLocalPart(text, at);
		int end = (start < at) ? EmailDomain.end(text, encoded ? at + ENCODED.length() : at + 1) : -1;
		return (end > 0) ? Region.of(start, this.whole ? end : at) : Region.NONE;
	}

	private static int startOfLocalPart(CharSequence text, int at) {
		int start = at;
		while (start > 0 && at - start < MAX_LOCAL_PART && isLocal(text, start - 1)) {
			start--;
		}
		return start;
	}

	/** An apostrophe only between letters, as elsewhere it is a quote. */
	private static boolean isLocal(CharSequence text, int at) {
		char c = text.charAt(at);
		if (c == '\'') {
			return at > 0 && KeyLetters.isLetter(text.charAt(at - 1)) && KeyLetters.isLetter(text.charAt(at + 1));
		}
		return Ascii.isWord(c) || ".+-%".indexOf(c) >= 0 || (c >= Ascii.SIZE && Character.isLetterOrDigit(c));
	}

}
