package dev.mainstay.observability.masking;

/**
 * An international bank account number: the format of its country, valid check digits
 * (ISO 7064, 97-10), in one piece or in groups of four that are joined by single spaces
 * or by hyphens, in capitals or not, and not part of anything longer.
 */
final class Iban implements Recognizer {

	private static final int PREFIX = 4;

	private static final int GROUP = 4;

	private static final int MODULUS = 97;

	/** The last two are spaces at which no line is broken. */
	private static final String BETWEEN_GROUPS = " -\u00a0\u202f";

	@Override
	public MaskingRule rule() {
		return MaskingRule.IBAN;
	}

	@Override
	public String triggers() {
		return "ABCDEFGHIJKLMNOPQRSTUVXYZabcdefghijklmnopqrstuvxyz";
	}

	@Override
	public long find(CharSequence text, int at) {
		if (at + PREFIX >= text.length() || !Ascii.isDigit(text.charAt(at + 2)) || !Ascii.isDigit(text.charAt(at + 3))
				|| !IbanFormat.isLetter(text.charAt(at + 1))) {
			return Region.NONE;
		}
		String kinds = IbanFormat.of(text.charAt(at), text.charAt(at + 1));
		int end = (kinds != null) ? end(text, at + PREFIX, kinds) : -1;
		boolean whole = end > 0 && (end >= text.length() || !Ascii.isWord(text.charAt(end)));
		return (whole && isValid(text, at, end)) ? Region.of(at, end) : Region.NONE;
	}

	/** Behind the last character, or -1 if one does not fit. */
	private static int end(CharSequence text, int start, String kinds) {
		boolean grouped = isSeparator(text.charAt(start));
		char separator = text.charAt(start);
		int at = start;
		for (int i = 0; i < kinds.length(); i++) {
			if (grouped && i % GROUP == 0) {
				if (at >= text.length() || text.charAt(at) != separator) {
					return -1;
				}
				at++;
			}
			if (at >= text.length() || !IbanFormat.fits(text.charAt(at), kinds.charAt(i))) {
				return -1;
			}
			at++;
		}
		return at;
	}

	/** The prefix is read last. */
	private static boolean isValid(CharSequence text, int start, int end) {
		int remainder = remainder(text, start + PREFIX, end, 0);
		return remainder(text, start, start + PREFIX, remainder) == 1;
	}

	private static int remainder(CharSequence text, int start, int end, int before) {
		int remainder = before;
		for (int at = start; at < end; at++) {
			char c = Ascii.lower(text.charAt(at));
			if (Ascii.isDigit(c)) {
				remainder = (remainder * 10 + c - '0') % MODULUS;
			}
			else if (!isSeparator(c)) {
				remainder = (remainder * 100 + c - 'a' + 10) % MODULUS;
			}
		}
		return remainder;
	}

	private static boolean isSeparator(char c) {
		return BETWEEN_GROUPS.indexOf(c) >= 0;
	}

}
