package dev.mainstay.observability.logging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes JSON for a console that does not take UTF-8. In JSON, anything but ASCII stands
 * in strings only, where it can be escaped; so nothing is lost in any charset.
 */
final class AsciiJson {

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	/**
	 * Whether a charset has the bytes of ASCII for what is in ASCII, as nearly all do.
	 */
	private static final Map<Charset, Boolean> HAS_ASCII = new ConcurrentHashMap<>();

	private AsciiJson() {
	}

	static byte[] encode(byte[] utf8, Charset charset) {
		byte[] ascii = isAscii(utf8) ? utf8 : escaped(new String(utf8, StandardCharsets.UTF_8));
		boolean asItIs = HAS_ASCII.computeIfAbsent(charset, AsciiJson::hasAscii);
		return asItIs ? ascii : new String(ascii, StandardCharsets.US_ASCII).getBytes(charset);
	}

	private static boolean isAscii(byte[] utf8) {
		for (byte b : utf8) {
			if (b < 0) {
				return false;
			}
		}
		return true;
	}

	private static byte[] escaped(String json) {
		ByteArrayOutputStream ascii = new ByteArrayOutputStream(json.length() + json.length() / 2);
		for (int i = 0; i < json.length(); i++) {
			char c = json.charAt(i);
			if (c < 128) {
				ascii.write(c);
			}
			else {
				ascii.write('\\');
				ascii.write('u');
				for (int shift = 12; shift >= 0; shift -= 4) {
					ascii.write(HEX[(c >> shift) & 0xf]);
				}
			}
		}
		return ascii.toByteArray();
	}

	private static boolean hasAscii(Charset charset) {
		byte[] ascii = new byte[128];
		for (int i = 0; i < ascii.length; i++) {
			ascii[i] = (byte) i;
		}
		return charset.canEncode()
				&& Arrays.equals(new String(ascii, StandardCharsets.US_ASCII).getBytes(charset), ascii);
	}

}
