package dev.mainstay.observability.masking;

/**
 * The values behind a list of keys of which one is sensitive, as PostgreSQL names the
 * columns of a constraint: {@code Key (email, password)=(bob, hunter2)}.
 */
final class KeyList implements Recognizer {

	private static final int MAX_KEYS = 128;

	private final SensitiveKeys keys;

	KeyList(SensitiveKeys keys) {
		this.keys = keys;
	}

	@Override
	public MaskingRule rule() {
		return MaskingRule.KEY;
	}

	@Override
	public String triggers() {
		return "=";
	}

	@Override
	public long find(CharSequence text, int at) {
		if (!isAt(text, at) || !holdsSensitiveKey(text, at - 1)) {
			return Region.NONE;
		}
		int start = at + 2;
		int end = endOfList(text, start);
		return Harmless.isHarmless(SensitiveKeys.Kind.SECRET, text, start, end) ? Region.NONE : Region.of(start, end);
	}

	static boolean isAt(CharSequence text, int at) {
		return at > 1 && text.charAt(at - 1) == ')' && at + 1 < text.length() && text.charAt(at + 1) == '(';
	}

	private boolean holdsSensitiveKey(CharSequence text, int end) {
		for (int at = end; at > 0 && end - at < MAX_KEYS && text.charAt(at) != '('; at--) {
			boolean endOfKey = at == end || text.charAt(at) == ',';
			if (endOfKey && this.keys.match(text, (text.charAt(at - 1) == '"') ? at - 1 : at) != null) {
				return true;
			}
		}
		return false;
	}

	private static int endOfList(CharSequence text, int start) {
		int depth = 1;
		int at = start;
		while (at < text.length() && text.charAt(at) != '\n') {
			depth += (text.charAt(at) == '(') ? 1 : 0;
			depth -= (text.charAt(at) == ')') ? 1 : 0;
			if (depth == 0) {
				break;
			}
			at++;
		}
		return at;
	}

}
