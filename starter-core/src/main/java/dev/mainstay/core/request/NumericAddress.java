package dev.mainstay.core.request;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Reads IP addresses as they are written in RFC 4291, 2.2 and RFC 6943, 3.1.1 (strict).
 * What is read comes from headers that anybody can write: it is looked at once, from left
 * to right, and never handed to {@link java.net.InetAddress}, which would ask a name
 * service for what it takes for a name.
 */
final class NumericAddress {

	/** Of the longest, 0000:0000:0000:0000:0000:ffff:255.255.255.255. */
	private static final int MAX_LENGTH = 45;

	private static final int BYTES_4 = 4;

	private static final int BYTES_6 = 16;

	private NumericAddress() {
	}

	/**
	 * An IPv4-mapped address comes back as the IPv4 address that it stands for.
	 * @param text such as {@code 192.0.2.1} or {@code fe80::1%eth0}
	 * @return four or sixteen bytes, {@code null} if the text is no address
	 */
	static byte @Nullable [] parse(String text) {
		String address = text.strip();
		if (address.indexOf(':') < 0) {
			return (address.length() <= MAX_LENGTH) ? version4(address) : null;
		}
		String literal = withoutZone(address);
		return (literal.length() <= MAX_LENGTH) ? unmapped(version6(literal)) : null;
	}

	/** Whether it is one that is not written in the form of IPv6. Allocates nothing. */
	static boolean isVersion4(String address) {
		return address.length() <= MAX_LENGTH && number4(address) >= 0;
	}

	private static String withoutZone(String address) {
		int zone = address.indexOf('%');
		return (zone < 0) ? address : address.substring(0, zone);
	}

	private static byte @Nullable [] version4(String literal) {
		long number = number4(literal);
		return (number >= 0) ? ByteBuffer.allocate(BYTES_4).putInt((int) number).array() : null;
	}

	/**
	 * The 32 bits, or less than zero. Leading zeros are refused: some read them as octal.
	 */
	private static long number4(String literal) {
		long number = 0;
		int begin = 0;
		for (int i = 0; i < BYTES_4; i++) {
			int dot = literal.indexOf('.', begin);
			int end = (dot < 0) ? literal.length() : dot;
			int value = number(literal, begin, end, 10, 3);
			boolean last = i == BYTES_4 - 1;
			if (last != (dot < 0) || value < 0 || value > 0xFF || (end - begin > 1 && literal.charAt(begin) == '0')) {
				return -1;
			}
			number = number << Byte.SIZE | value;
			begin = end + 1;
		}
		return number;
	}

	/** What stands on the two sides of a gap is read as if there were none. */
	private static byte @Nullable [] version6(String literal) {
		int gap = literal.indexOf("::");
		if (gap < 0) {
			byte[] all = groups(literal);
			return (all != null && all.length == BYTES_6) ? all : null;
		}
		byte[] left = groups(literal.substring(0, gap));
		byte[] right = groups(literal.substring(gap + 2));
		if (left == null || right == null || left.length + right.length > BYTES_6 - 2
				|| literal.lastIndexOf('.', gap) >= 0) {
			return null;
		}
		byte[] bytes = Arrays.copyOf(left, BYTES_6);
		System.arraycopy(right, 0, bytes, BYTES_6 - right.length, right.length);
		return bytes;
	}

	/** The last group may be an IPv4 address. */
	private static byte @Nullable [] groups(String text) {
		int dot = text.indexOf('.');
		int last = (dot < 0) ? text.length() : text.lastIndexOf(':', dot) + 1;
		byte[] tail = (dot < 0) ? new byte[0] : version4(text.substring(last));
		byte[] head = hexadecimal(text.substring(0, (dot < 0 || last == 0) ? last : last - 1));
		if (head == null || tail == null) {
			return null;
		}
		byte[] bytes = Arrays.copyOf(head, head.length + tail.length);
		System.arraycopy(tail, 0, bytes, head.length, tail.length);
		return bytes;
	}

	private static byte @Nullable [] hexadecimal(String text) {
		String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
		byte[] bytes = new byte[2 * parts.length];
		for (int i = 0; i < parts.length; i++) {
			int value = number(parts[i], 0, parts[i].length(), 16, 4);
			if (value < 0) {
				return null;
			}
			bytes[2 * i] = (byte) (value >> 8);
			bytes[2 * i + 1] = (byte) value;
		}
		return bytes;
	}

	private static int number(String text, int begin, int end, int radix, int maxDigits) {
		if (begin == end || end - begin > maxDigits) {
			return -1;
		}
		int value = 0;
		for (int i = begin; i < end; i++) {
			int digit = (text.charAt(i) < 0x80) ? Character.digit(text.charAt(i), radix) : -1;
			if (digit < 0) {
				return -1;
			}
			value = value * radix + digit;
		}
		return value;
	}

	private static byte @Nullable [] unmapped(byte @Nullable [] address) {
		if (address == null) {
			return null;
		}
		for (int i = 0; i < 12; i++) {
			if (address[i] != ((i < 10) ? 0 : (byte) 0xFF)) {
				return address;
			}
		}
		return Arrays.copyOfRange(address, 12, BYTES_6);
	}

}
