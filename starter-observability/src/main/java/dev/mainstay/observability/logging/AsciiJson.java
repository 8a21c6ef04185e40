package dev.mainstay.observability.logging;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON for a console that does not take UTF-8. In JSON, anything but ASCII stands
 * in strings only, where it can be escaped; so nothing is lost in any charset.
 */
final class AsciiJson {

	private AsciiJson() {
	}

	static byte[] encode(byte[] utf8, Charset charset) {
		String json = new String(utf8, StandardCharsets.UTF_8);
		StringBuilder ascii = new StringBuilder(json.length());
		for (int i = 0; i < json.length(); i++) {
			char c = json.charAt(i);
			if (c < 128) {
				ascii.append(c);
			}
			else {
				ascii.append(String.format("\\u%04x", (int) c));
			}
		}
		return ascii.toString().getBytes(charset);
	}

}
