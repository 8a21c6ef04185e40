package dev.mainstay.observability.masking;

/**
 * The text of an XML element whose name is a sensitive key, with or without a prefix and
 * attributes.
 */
final class XmlElement implements Recognizer {

	private static final int MAX_TAG = 256;

	private static final String CDATA = "<![cdata[";

	private final SensitiveKeys keys;

	XmlElement(SensitiveKeys keys) {
		this.keys = keys;
	}

	@Override
	public MaskingRule rule() {
		return MaskingRule.KEY;
	}

	@Override
	public String triggers() {
		return "<";
	}

	@Override
	public long find(CharSequence text, int at) {
		int endOfName = at + 1;
		while (endOfName < text.length() && endOfName - at < MAX_TAG && isName(text.charAt(endOfName))) {
			endOfName++;
		}
		SensitiveKeys.Kind kind = this.keys.match(text, endOfName);
		int start = (kind != null) ? endOfTag(text, endOfName) : -1;
		if (kind == null || start < 0) {
			return Region.NONE;
		}
		long content = content(text, start);
		boolean harmless = content != Region.NONE
				&& Harmless.isHarmless(kind, text, Region.start(content), Region.end(content));
		return harmless ? Region.NONE : content;
	}

	/** Behind the bracket, unless the element is empty or this is no tag. */
	private static int endOfTag(CharSequence text, int endOfName) {
		int at = endOfName;
		while (at < text.length() && at - endOfName < MAX_TAG && text.charAt(at) != '>' && text.charAt(at) != '<') {
			at++;
		}
		boolean opens = at < text.length() && text.charAt(at) == '>' && text.charAt(at - 1) != '/';
		return (opens && (at == endOfName || text.charAt(endOfName) <= ' ')) ? at + 1 : -1;
	}

	private static long content(CharSequence text, int start) {
		if (Ascii.startsWith(text, start, CDATA)) {
			int data = start + CDATA.length();
			return Region.of(data, endOfData(text, data));
		}
		int end = start;
		boolean blank = true;
		while (end < text.length() && text.charAt(end) != '<') {
			blank = blank && text.charAt(end) <= ' ';
			end++;
		}
		boolean closed = Ascii.startsWith(text, end, "</") || Ascii.startsWith(text, end, "<\\/");
		return (closed && !blank) ? Region.of(start, end) : Region.NONE;
	}

	private static int endOfData(CharSequence text, int start) {
		int end = start;
		while (end < text.length() && !(text.charAt(end) == ']' && Ascii.startsWith(text, end, "]]>"))) {
			end++;
		}
		return end;
	}

	private static boolean isName(char c) {
		return KeyLetters.isLetter(c) || Ascii.isDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
	}

}
