package dev.mainstay.resilience.idempotency;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A key that a client chose to name one operation. It is not shown by
 * {@link #toString()}, because whoever knows it can ask for the stored answer.
 *
 * @param value the characters of the key, unquoted
 * @since 0.1.0
 */
public record IdempotencyKey(String value) {

	/**
	 * The longest key that is accepted, in characters.
	 */
	public static final int MAX_LENGTH = 255;

	/**
	 * Parse the header. It has to be one Structured Field Item whose value is a String
	 * (RFC 8941, section 3.3.3); its parameters are ignored. As most clients send the key
	 * without quotes, a bare token is accepted too unless that is forbidden, and means
	 * the same key as the token in quotes.
	 * @param lines the values of the header, one for each line that was received
	 * @param strict whether a bare token is refused
	 * @return the key, or {@code null} if the header is not one key of 1 to
	 * {@value #MAX_LENGTH} characters that are not all spaces
	 */
	public static @Nullable IdempotencyKey parse(List<String> lines, boolean strict) {
		if (lines.size() != 1) {
			return null;
		}
		String value = new StructuredItem(lines.get(0)).parse(!strict);
		return (value != null && !value.isBlank() && value.length() <= MAX_LENGTH) ? new IdempotencyKey(value) : null;
	}

	@Override
	public String toString() {
		return "IdempotencyKey";
	}

}
