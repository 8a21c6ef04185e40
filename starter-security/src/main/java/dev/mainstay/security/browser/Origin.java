package dev.mainstay.security.browser;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a page comes from (RFC 6454).
 *
 * @param scheme such as {@code https}
 * @param authority the host, and the port unless it is that of the scheme
 */
record Origin(String scheme, String authority) {

	private static final Pattern PATTERN = Pattern
		.compile("([a-z][a-z0-9+.-]*)://([a-z0-9._~%!$&'*+-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

	/**
	 * Returns {@code null} for what has no host, such as {@code null}, and for anything
	 * that is more than an origin.
	 */
	static @Nullable Origin parse(String text) {
		Matcher matcher = PATTERN.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!matcher.matches()) {
			return null;
		}
		String port = matcher.group(3);
		return new Origin(matcher.group(1),
				withoutPort(matcher.group(1), matcher.group(2) + ((port != null) ? port : "")));
	}

	/**
	 * Whether a request to a host stays at this origin. The scheme of a request is not
	 * known behind a proxy, and does not count.
	 */
	boolean isAt(String host) {
		return this.authority.equals(withoutPort(this.scheme, host.strip().toLowerCase(Locale.ROOT)));
	}

	private static String withoutPort(String scheme, String authority) {
		String port = switch (scheme) {
			case "http" -> ":80";
			case "https" -> ":443";
			default -> "";
		};
		return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
	}

	@Override
	public String toString() {
		return this.scheme + "://" + this.authority;
	}

}
