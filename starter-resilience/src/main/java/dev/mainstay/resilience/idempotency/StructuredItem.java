package dev.mainstay.resilience.idempotency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parser of a Structured Field Item (RFC 8941, section 4.2.3) of which only a String
 * value is of interest. Not thread-safe; an instance is used once.
 */
final class StructuredItem {

	/** Section 3.1.2, with the bare items of sections 3.3.1 to 3.3.6. */
	private static final Pattern PARAMETER = Pattern.compile("; *[a-z*][a-z0-9_.*-]*(?:=(?:" //
			+ "-?\\d{1,12}\\.\\d{1,3}" // decimal
			+ "|-?\\d{1,15}" // integer
			+ "|\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*+\"" // string
			+ "|[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*+" // token
			+ "|:[A-Za-z0-9+/]*+=*+:" // byte sequence
			+ "|\\?[01]" // boolean
			+ "))?+");

	/**
	 * What clients send that do not quote: a token that may also begin with a digit, as
	 * half of all UUIDs do, or be padded, as base64 is. What would be an Item of another
	 * type by its first character is none.
	 */
	private static final Pattern BARE = Pattern.compile("[A-Za-z0-9*_][A-Za-z0-9!#$%&'*+.^_`|~:/@=-]*+");

	private final String input;

	private int position;

	StructuredItem(String input) {
		this.input = input;
	}

	/**
	 * Parse the whole input.
	 * @param bareAllowed whether the value may lack its quotes
	 * @return the value, or {@code null} if the input is anything else
	 */
	@Nullable String parse(boolean bareAllowed) {
		skipSpaces();
		String value = string();
		if (value == null && bareAllowed) {
			value = bare();
		}
		if (value == null) {
			return null;
		}
		skipParameters();
		skipSpaces();
		return (this.position == this.input.length()) ? value : null;
	}

	/** Section 4.2.5. */
	private @Nullable String string() {
		if (!at('"')) {
			return null;
		}
		StringBuilder value = new StringBuilder();
		for (int i = this.position + 1; i < this.input.length(); i++) {
			char c = this.input.charAt(i);
			if (c == '"') {
				this.position = i + 1;
				return value.toString();
			}
			if (c == '\\') {
				i++;
				c = (i < this.input.length()) ? this.input.charAt(i) : 0;
				if (c != '"' && c != '\\') {
					return null;
				}
			}
			else if (c < ' ' || c > '~') {
				return null;
			}
			value.append(c);
		}
		return null;
	}

	private @Nullable String bare() {
		Matcher matcher = BARE.matcher(this.input).region(this.position, this.input.length());
		if (!matcher.lookingAt()) {
			return null;
		}
		this.position = matcher.end();
		return matcher.group();
	}

	private void skipParameters() {
		Matcher matcher = PARAMETER.matcher(this.input);
		while (matcher.region(this.position, this.input.length()).lookingAt()) {
			this.position = matcher.end();
		}
	}

	private void skipSpaces() {
		while (at(' ')) {
			this.position++;
		}
	}

	private boolean at(char c) {
		return this.position < this.input.length() && this.input.charAt(this.position) == c;
	}

}
