package dev.mainstay.observability.errorgroups;

import org.jspecify.annotations.Nullable;

/**
 * A message without what differs from one failure to the next: numbers, ids, addresses
 * and quoted values. One pass, in time linear in the part that is looked at.
 */
final class MessagePattern {

	/** What comes after it, seldom says what went wrong. */
	private static final int MAX_LENGTH = 1000;

	/** So many digits are not in a word of a language. */
	private static final int DIGITS_OF_ID = 4;

	private static final int LENGTH_OF_HEX = 8;

	/** At the end of a time. */
	private static final String UTC = "Z";

	private static final char VALUE = '#';

	private final String message;

	private final StringBuilder pattern;

	private int at;

	private MessagePattern(String message) {
		this.message = (message.length() > MAX_LENGTH) ? message.substring(0, MAX_LENGTH) : message;
		this.pattern = new StringBuilder(this.message.length());
	}

	static String of(@Nullable String message) {
		return (message != null) ? new MessagePattern(message).read() : "";
	}

	private String read() {
		while (this.at < this.message.length()) {
			char c = this.message.charAt(this.at);
			if (isQuote(c) && !isWithinWord()) {
				quoted(c);
			}
			else if (isPartOfWord(c)) {
				word();
			}
			else {
				this.pattern.append(Character.isWhitespace(c) ? ' ' : c);
				this.at++;
			}
		}
		return this.pattern.toString().strip();
	}

	private static boolean isQuote(char c) {
		return c == '"' || c == '\'' || c == '`';
	}

	/** An apostrophe quotes nothing. */
	private boolean isWithinWord() {
		return this.at > 0 && Character.isLetterOrDigit(this.message.charAt(this.at - 1));
	}

	private void quoted(char quote) {
		int end = this.message.indexOf(quote, this.at + 1);
		while (end > 0 && end + 1 < this.message.length() && Character.isLetterOrDigit(this.message.charAt(end + 1))) {
			end = this.message.indexOf(quote, end + 1);
		}
		boolean cut = this.message.length() == MAX_LENGTH;
		if (end < 0 && !cut) {
			this.pattern.append(quote);
			this.at++;
			return;
		}
		value();
		this.at = (end < 0) ? this.message.length() : end + 1;
	}

	/** Parts of a UUID, and an address of e-mail, are one word. */
	private static boolean isPartOfWord(char c) {
		return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '@';
	}

	private void word() {
		int start = this.at;
		while (this.at < this.message.length() && isPartOfWord(this.message.charAt(this.at))) {
			this.at++;
		}
		int sign = this.message.indexOf('@', start);
		if (sign > start && sign < this.at - 1) {
			address(start, sign);
		}
		else {
			add(this.message.substring(start, this.at));
		}
	}

	/** The identity of an object keeps its type; of a person nothing is kept. */
	private void address(int start, int sign) {
		if (isHex(this.message, sign + 1, this.at)) {
			add(this.message.substring(start, sign));
			this.pattern.append('@');
			value();
			return;
		}
		while (this.at < this.message.length()
				&& (isPartOfWord(this.message.charAt(this.at)) || this.message.charAt(this.at) == '.')) {
			this.at++;
		}
		value();
	}

	private void add(String word) {
		int digits = (int) word.chars().filter(Character::isDigit).count();
		if (digits == 0) {
			this.pattern.append(word);
		}
		else if (digits >= DIGITS_OF_ID || digits == word.length() - 1 && word.endsWith(UTC)
				|| (word.length() >= LENGTH_OF_HEX && isHex(word, 0, word.length()))) {
			value();
		}
		else {
			addWithoutDigits(word);
		}
	}

	/** The minus of a number belongs to it. */
	private void addWithoutDigits(String word) {
		int start = (word.charAt(0) == '-' && word.length() > 1 && Character.isDigit(word.charAt(1))) ? 1 : 0;
		for (int i = start; i < word.length(); i++) {
			if (Character.isDigit(word.charAt(i))) {
				value();
			}
			else {
				this.pattern.append(word.charAt(i));
			}
		}
	}

	private static boolean isHex(String text, int start, int end) {
		for (int i = start; i < end; i++) {
			char c = text.charAt(i);
			if (Character.digit(c, 16) < 0 && c != '-') {
				return false;
			}
		}
		return true;
	}

	/** Times, versions and lists are one value, however long. */
	private void value() {
		int end = this.pattern.length();
		while (end > 0 && isSeparator(this.pattern.charAt(end - 1))) {
			end--;
		}
		if (end > 0 && this.pattern.charAt(end - 1) == VALUE) {
			this.pattern.setLength(end);
		}
		else {
			this.pattern.append(VALUE);
		}
	}

	private static boolean isSeparator(char c) {
		return c == '.' || c == ',' || c == ':' || c == ' ' || c == '/' || c == '+';
	}

}
