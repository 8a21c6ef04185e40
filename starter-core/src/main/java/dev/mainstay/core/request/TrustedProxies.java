package dev.mainstay.core.request;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of the service whose word on the client's address is taken.
 * Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class TrustedProxies {

	private final List<AddressRange> ranges;

	private TrustedProxies(List<AddressRange> ranges) {
		this.ranges = List.copyOf(ranges);
	}

	/**
	 * Trust the proxies in some ranges.
	 * @param cidrs addresses or CIDR blocks, such as {@code 10.0.0.0/8}
	 * @return the trusted proxies
	 * @throws IllegalArgumentException if one of them is neither, with the value in the
	 * message
	 */
	public static TrustedProxies of(List<String> cidrs) {
		return new TrustedProxies(cidrs.stream().map(AddressRange::parse).toList());
	}

	/**
	 * Trust nobody: the client is the peer.
	 * @return no trusted proxies
	 */
	public static TrustedProxies none() {
		return new TrustedProxies(List.of());
	}

	/**
	 * Whether an address is that of a trusted proxy.
	 * @param address a numeric address, may be {@code null}
	 * @return whether it is trusted
	 */
	public boolean contains(@Nullable String address) {
		return address != null && contains(NumericAddress.parse(address));
	}

	private boolean contains(byte @Nullable [] address) {
		for (AddressRange range : this.ranges) {
			if (range.contains(address)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The address of the client: the last one in the chain of forwarding, seen from the
	 * service, that no trusted proxy vouches for. Walked from right to left, because a
	 * client can write whatever it likes on the left.
	 * @param peer the other end of the socket
	 * @return the client's address, {@code null} if the peer's is not known
	 */
	public @Nullable String clientOf(Peer peer) {
		String client = peer.address();
		List<String> chain = peer.forwardedFor();
		byte[] address = (client == null || chain.isEmpty()) ? null : NumericAddress.parse(client);
		for (int i = chain.size() - 1; i >= 0 && contains(address); i--) {
			address = NumericAddress.parse(chain.get(i));
			if (address == null) {
				return client;
			}
			client = chain.get(i);
		}
		return client;
	}

}
