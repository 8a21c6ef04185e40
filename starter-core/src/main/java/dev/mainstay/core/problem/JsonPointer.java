package dev.mainstay.core.problem;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * A JSON Pointer (RFC 6901) in its form as a URI fragment. Immutable, thread-safe.
 *
 * @since 0.1.0
 */
public final class JsonPointer {

	/**
	 * Points to the whole document.
	 */
	public static final JsonPointer ROOT = new JsonPointer("#");

	/**
	 * A map's key comes from the caller, and one key may be wrong in many places.
	 */
	private static final int MAX_LENGTH = 1000;

	/** What a fragment may hold as it is: RFC 3986, sections 3.3 and 3.5. */
	private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private final String fragment;

	private JsonPointer(String fragment) {
		this.fragment = fragment;
	}

	/**
	 * The pointer that a path of Java properties stands for. A path that is longer than
	 * 1000 characters ends at the last parent within.
	 * @param path a path such as {@code items[0].quantity} or {@code prices[EUR]}; empty
	 * for the object itself
	 * @return the pointer
	 */
	public static JsonPointer ofPropertyPath(String path) {
		return ROOT.append(PropertyPath.steps(path).stream().map(PropertyStep::text).toList());
	}

	/**
	 * The pointer below this one.
	 * @param segments the names and indexes on the way, unescaped
	 * @return the pointer
	 */
	public JsonPointer append(List<String> segments) {
		StringBuilder result = new StringBuilder(this.fragment);
		for (String segment : segments) {
			String escaped = escape(segment);
			if (result.length() + 1 + escaped.length() > MAX_LENGTH) {
				break;
			}
			result.append('/').append(escaped);
		}
		return new JsonPointer(result.toString());
	}

	private static String escape(String segment) {
		StringBuilder escaped = new StringBuilder();
		for (byte b : segment.replace("~", "~0").replace("/", "~1").getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (b & 0xFF);
			if (isAllowed(c)) {
				escaped.append(c);
			}
			else {
				escaped.append('%').append(HEX.toHexDigits(b));
			}
		}
		return escaped.toString();
	}

	private static boolean isAllowed(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
	}

	@Override
	public String toString() {
		return this.fragment;
	}

}
