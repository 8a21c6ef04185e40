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

	private static final char NO_GROUPS = 0;

	/** The last two are spaces at which no line is broken. */
	private static final String BETWEEN_GROUPS = " -\u00a0\u202f";

	@Override
	public MaskingRule rule() {
		return MaskingRule.CARD;
	}

	@Override
	public String triggers() {
		return "0123456789";
	}

	@Override
	public long find(CharSequence text, int at) {
		int end = Ascii.endOfDigits(text, at);
		int digits = end - at;
		boolean mayBeGroup = digits == 4 || digits == 6;
		if (mayBeGroup && end < text.length() && BETWEEN_GROUPS.indexOf(text.charAt(end)) >= 0) {
			return grouped(text, at, text.charAt(end));
		}
		return isCard(text, at, end, digits, NO_GROUPS) ? Region.of(at, end) : Region.NONE;
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
			if (isCard(text, start, end, digits, separator)) {
				card = Region.of(start, end);
			}
			if (end >= text.length() || text.charAt(end) != separator) {
				break;
			}
			at = end + 1;
		}
		return card;
	}

	private static boolean isCard(CharSequence text, int start, int end, int digits, char groups) {
		return digits >= MIN_DIGITS && digits <= MAX_DIGITS && CardSurroundings.canBegin(text, start, digits, groups)
				&& CardSurroundings.canEnd(text, end, digits, groups)
				&& CardIssuers.issued(text, start, digits, groups != NO_GROUPS) && CheckDigit.isValid(text, start, end);
	}

}
