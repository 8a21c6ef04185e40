package dev.mainstay.observability.masking;

/**
 * The number of a payment card: 13 to 19 digits, in one piece or in groups that are
 * joined by single spaces or by hyphens, of a known issuer, with a valid check digit, and
 * not part of anything longer.
 */
final class PaymentCard implements Recognizer {

	private static final int MIN_DIGITS = 13;

	private static final int MAX_DIGITS = 19;

	private static final int MAX_GROUP = 12;

	@Override
	public String triggers() {
		return "0123456789";
	}

	@Override
	public long find(CharSequence text, int at) {
		if (!startsNumber(text, at)) {
			return Region.NONE;
		}
		int end = Ascii.endOfDigits(text, at);
		int digits = end - at;
		boolean mayBeGroup = digits == 4 || digits == 6;
		if (mayBeGroup && end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '-')) {
			return grouped(text, at, text.charAt(end));
		}
		boolean card = digits >= MIN_DIGITS && digits <= MAX_DIGITS && endsNumber(text, end)
				&& CardIssuers.issued(text, at, digits, false) && CheckDigit.isValid(text, at, end);
		return card ? Region.of(at, end) : Region.NONE;
	}

	/** The longest prefix of the groups that is a card; an expiry date may follow. */
	private static long grouped(CharSequence text, int start, char separator) {
		long card = Region.NONE;
		int digits = 0;
		int at = start;
		while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
			int end = Ascii.endOfDigits(text, at);
			digits += end - at;
			if (digits > MAX_DIGITS || end - at > MAX_GROUP) {
				break;
			}
			if (digits >= MIN_DIGITS && endsNumber(text, end) && CardIssuers.issued(text, start, digits, true)
					&& CheckDigit.isValid(text, start, end)) {
				card = Region.of(start, end);
			}
			if (end >= text.length() || text.charAt(end) != separator) {
				break;
			}
			at = end + 1;
		}
		return card;
	}

	/** Not behind a plus, as a phone number, nor behind a point or hyphen, as a part. */
	private static boolean startsNumber(CharSequence text, int at) {
		if (at == 0) {
			return true;
		}
		char before = text.charAt(at - 1);
		boolean part = (before == '.' || before == '-') && at > 1 && Ascii.isDigit(text.charAt(at - 2));
		return before != '+' && !part;
	}

	private static boolean endsNumber(CharSequence text, int end) {
		if (end >= text.length()) {
			return true;
		}
		char after = text.charAt(end);
		boolean part = (after == '.' || after == '-') && end + 1 < text.length() && Ascii.isWord(text.charAt(end + 1));
		return !Ascii.isWord(after) && !part;
	}

}
