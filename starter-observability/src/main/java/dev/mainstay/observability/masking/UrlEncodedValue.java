package dev.mainstay.observability.masking;

/**
 * The value behind a sensitive key inside of the value of a URL, where {@code =} is
 * {@code %3D}, a colon is {@code %3A} and a quote is {@code %22}.
 */
final class UrlEncodedValue implements Recognizer {

	private static final String EQUALS = "%3d";

	private static final String COLON = "%3a";

	private static final String QUOTE = "%22";

	private static final String AMPERSAND = "%26";

	/** Spaces between a colon and what follows. */
	private static final int MAX_BETWEEN = 8;

	private final SensitiveKeys keys;

	UrlEncodedValue(SensitiveKeys keys) {
		this.keys = keys;
	}

	@Override
	public MaskingRule rule() {
		return MaskingRule.KEY;
	}

	@Override
	public String triggers() {
		return "%";
	}

	@Override
	public long find(CharSequence text, int at) {
		boolean colon = Ascii.startsWith(text, at, COLON);
		if (!colon && !Ascii.startsWith(text, at, EQUALS)) {
			return Region.NONE;
		}
		boolean quotedKey = at >= QUOTE.length() && Ascii.startsWith(text, at - QUOTE.length(), QUOTE);
		SensitiveKeys.Kind kind = this.keys.match(text, quotedKey ? at - QUOTE.length() : at);
		int value = startOfValue(text, at + EQUALS.length(), colon);
		boolean quoted = Ascii.startsWith(text, value, QUOTE);
		if (kind == null || (colon && !quoted)) {
			return Region.NONE;
		}
		int start = quoted ? value + QUOTE.length() : value;
		int end = end(text, start, quoted ? QUOTE : AMPERSAND);
		return Harmless.isHarmless(kind, text, start, end) ? Region.NONE : Region.of(start, end);
	}

	/** JSON may have spaces behind its colons. */
	private static int startOfValue(CharSequence text, int at, boolean colon) {
		int start = colon ? Ascii.endOfBlanksOfUrl(text, at) : at;
		return (start - at <= MAX_BETWEEN) ? start : at;
	}

	private static int end(CharSequence text, int start, String delimiter) {
		int end = start;
		while (end < text.length() && !ValueBounds.endsAt(text, end)
				&& !(text.charAt(end) == '%' && Ascii.startsWith(text, end, delimiter))) {
			end++;
		}
		return end;
	}

}
