package dev.mainstay.core.validation.json;

/**
 * Characters that a text had better not have.
 */
final class Characters {

	private Characters() {
	}

	static boolean hasNul(String text) {
		return text.indexOf('\0') >= 0;
	}

	/** Of the C0 controls, tab, line feed and carriage return are part of any text. */
	static boolean hasControl(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
				return true;
			}
			if (c == '\u007F' || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069')) {
				return true;
			}
		}
		return false;
	}

	/** Whether the exponent of a number is beyond a limit, whatever its sign. */
	static boolean isExponentBeyond(int limit, char[] number, int offset, int length) {
		int end = offset + length;
		int at = offset;
		while (at < end && (number[at] | 0x20) != 'e') {
			at++;
		}
		long exponent = 0;
		for (at++; at < end && exponent <= limit; at++) {
			char c = number[at];
			exponent = (c >= '0' && c <= '9') ? exponent * 10 + (c - '0') : exponent;
		}
		return exponent > limit;
	}

}
