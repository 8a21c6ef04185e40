package dev.mainstay.observability.masking;

/**
 * The value behind a sensitive key: {@code key=value}, {@code key: value}, JSON, JSON
 * inside a JSON string, the query of a URL, the text of a map or record.
 */
final class KeyedValue implements Recognizer {

	private static final int MAX_BETWEEN = 8;

	private static final String BETWEEN_KEY_AND_SEPARATOR = " \"'\\])";

	private final SensitiveKeys keys;

	KeyedValue(SensitiveKeys keys) {
		this.keys = keys;
	}

	@Override
	public MaskingRule rule() {
		return MaskingRule.KEY;
	}

	@Override
	public String triggers() {
		return "=:";
	}

	@Override
	public long find(CharSequence text, int at) {
		SensitiveKeys.Kind kind = this.keys.match(text, endOfKey(text, at));
		if (kind == null) {
			return Region.NONE;
		}
		int start = startOfValue(text, at);
		if (start < 0 || start >= text.length() || KeyList.isAt(text, at)) {
			return Region.NONE;
		}
		long region = value(kind, text, start);
		boolean harmless = region != Region.NONE
				&& (Harmless.isHarmless(kind, text, Region.start(region), Region.end(region))
						|| (kind == SensitiveKeys.Kind.WORD && isSentence(text, at, region)));
		return harmless ? Region.NONE : region;
	}

	/** {@code second pass: optimizing the tree}. */
	private static boolean isSentence(CharSequence text, int separator, long region) {
		int end = Region.end(region);
		if (text.charAt(separator) != ':' || Region.start(region) == separator + 1 || end >= text.length()
				|| text.charAt(end) != ' ') {
			return false;
		}
		int at = Region.start(region);
		while (at < end && KeyLetters.isLetter(text.charAt(at))) {
			at++;
		}
		return at == end;
	}

	private static int endOfKey(CharSequence text, int separator) {
		int end = separator;
		while (end > 0 && separator - end < MAX_BETWEEN
				&& BETWEEN_KEY_AND_SEPARATOR.indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return end;
	}

	/** Behind {@code =}, {@code ==}, {@code =>} or {@code :}, and spaces. */
	private static int startOfValue(CharSequence text, int separator) {
		int start = separator + 1;
		if (text.charAt(separator) == ':') {
			if (start < text.length() && (text.charAt(start) == ':' || text.charAt(start) == '/')) {
				return -1;
			}
		}
		else if (start < text.length() && (text.charAt(start) == '=' || text.charAt(start) == '>')) {
			start++;
		}
		while (start < text.length() && start - separator <= MAX_BETWEEN
				&& (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
			start++;
		}
		return start;
	}

	private static long value(SensitiveKeys.Kind kind, CharSequence text, int start) {
		int quote = start;
		while (quote < text.length() && text.charAt(quote) == '\\') {
			quote++;
		}
		boolean quoted = quote < text.length() && (text.charAt(quote) == '"' || text.charAt(quote) == '\'');
		if (quoted) {
			return ValueBounds.quoted(text, quote, quote - start);
		}
		long block = PrivateKeyBlock.at(text, start);
		if (block != Region.NONE) {
			return block;
		}
		return switch (text.charAt(start)) {
			case '[', '{' -> ValueBounds.bracketed(text, start);
			default -> switch (kind) {
				case AUTHORIZATION -> HeaderValue.authorization(text, start);
				case COOKIE -> HeaderValue.cookie(text, start);
				case SECRET, TOKEN, CODE, WORD -> Region.of(start, ValueBounds.endOfBare(text, start));
			};
		};
	}

}
