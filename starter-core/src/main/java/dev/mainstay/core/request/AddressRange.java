package dev.mainstay.core.request;

import org.jspecify.annotations.Nullable;

/**
 * A block of IP addresses. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class AddressRange {

	private final byte[] network;

	private final int prefixLength;

	private AddressRange(byte[] network, int prefixLength) {
		this.network = network;
		this.prefixLength = prefixLength;
	}

	/**
	 * Parse an address or a CIDR block.
	 * @param cidr such as {@code 10.0.0.0/8}, {@code 192.168.1.7} or {@code fd00::/8}
	 * @return the range
	 * @throws IllegalArgumentException if it is neither, with the value in the message
	 */
	public static AddressRange parse(String cidr) {
		String text = cidr.strip();
		int slash = text.indexOf('/');
		byte[] network = NumericAddress.parse((slash < 0) ? text : text.substring(0, slash));
		int prefixLength = (slash < 0 || network == null) ? Integer.MAX_VALUE : prefixLength(text.substring(slash + 1));
		if (network == null || prefixLength < 0 || (slash >= 0 && prefixLength > network.length * 8)) {
			throw new IllegalArgumentException("'" + cidr + "' is neither an IP address nor a CIDR block");
		}
		return new AddressRange(network, Math.min(prefixLength, network.length * 8));
	}

	private static int prefixLength(String digits) {
		try {
			return Integer.parseInt(digits);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	/**
	 * Whether an address lies in this range.
	 * @param address a numeric address; anything else lies in no range
	 * @return whether it does
	 */
	public boolean contains(String address) {
		return contains(NumericAddress.parse(address));
	}

	/** For those who ask several ranges for the same address. */
	boolean contains(byte @Nullable [] address) {
		return address != null && address.length == this.network.length && matches(address);
	}

	private boolean matches(byte[] address) {
		for (int bit = 0; bit < this.prefixLength; bit += 8) {
			int mask = 0xFF00 >> Math.min(8, this.prefixLength - bit) & 0xFF;
			if (((address[bit / 8] ^ this.network[bit / 8]) & mask) != 0) {
				return false;
			}
		}
		return true;
	}

}
