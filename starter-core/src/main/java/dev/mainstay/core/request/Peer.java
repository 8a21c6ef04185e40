package dev.mainstay.core.request;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The other end of the socket, captured before any handling of forwarding headers.
 *
 * @param address the numeric address of the socket's remote end
 * @param localAddress the numeric address of the socket's local end
 * @param forwardedFor the addresses that proxies reported, as received: the values of
 * {@code X-Forwarded-For} from left to right, or else the {@code for} parameters of
 * {@code Forwarded}
 * @param forwarded whether any forwarding, via or proxy header was present
 * @since 0.1.0
 */
public record Peer(@Nullable String address, @Nullable String localAddress, List<String> forwardedFor,
		boolean forwarded) {

	private static final int NETWORK_BYTES = 8;

	/**
	 * Copies the list.
	 */
	public Peer {
		forwardedFor = List.copyOf(forwardedFor);
	}

	/**
	 * Capture the other end of the socket. Called before anything has handled forwarding
	 * headers.
	 * @param address the numeric address of the socket's remote end
	 * @param localAddress the numeric address of the socket's local end
	 * @param headerNames the names of the request's headers as received
	 * @param headerValues gives the values of a header, none if it is absent
	 * @return the peer
	 */
	public static Peer of(@Nullable String address, @Nullable String localAddress, HeaderNames headerNames,
			Function<String, Collection<String>> headerValues) {
		return ForwardingHeaders.anyIn(headerNames)
				? new Peer(address, localAddress, ForwardingHeaders.addresses(headerValues), true)
				: new Peer(address, localAddress, List.of(), false);
	}

	/**
	 * What one party can be expected to have one of: an IPv4 address, also one in its
	 * IPv6 form, or the first 64 bits of an IPv6 address, as a single machine has all of
	 * those behind them to choose from.
	 * @return a key to count by, not made for reading, {@code null} if the address is not
	 * known
	 */
	public @Nullable String network() {
		if (this.address == null) {
			return null;
		}
		String text = this.address.strip();
		if (NumericAddress.isVersion4(text)) {
			return text;
		}
		byte[] bytes = NumericAddress.parse(text);
		return (bytes != null) ? network(bytes) : null;
	}

	private static String network(byte[] bytes) {
		return (bytes.length < NETWORK_BYTES)
				? (bytes[0] & 0xFF) + "." + (bytes[1] & 0xFF) + "." + (bytes[2] & 0xFF) + "." + (bytes[3] & 0xFF)
				: HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
	}

	/**
	 * A peer of which nothing is known, such as in a test without a socket.
	 * @return the unknown peer
	 */
	public static Peer unknown() {
		return new Peer(null, null, List.of(), false);
	}

}
