package dev.mainstay.core.management;

import java.util.List;

import dev.mainstay.core.request.AddressRange;
import dev.mainstay.core.request.Peer;
import org.jspecify.annotations.Nullable;

/**
 * Admits a process on the same machine. Both ends have to be loopback: a packet that
 * reached the machine from outside can claim a loopback source, but not such a target.
 * The host that is asked for has to be this machine, too: a web page whose name was made
 * to resolve to it (DNS rebinding), and a proxy that passes the public name on, come from
 * here but do not speak for it.
 */
final class LoopbackPolicy implements ManagementAccessPolicy {

	private static final List<AddressRange> LOOPBACK = List.of(AddressRange.parse("127.0.0.0/8"),
			AddressRange.parse("::1"));

	@Override
	public boolean admits(ManagementCall call) {
		Peer peer = call.peer();
		return !peer.forwarded() && isLoopback(peer.address()) && isLoopback(peer.localAddress())
				&& isNameOfThisMachine(call.header("Host"));
	}

	private static boolean isNameOfThisMachine(@Nullable String host) {
		if (host == null) {
			return true;
		}
		String name = host.replaceFirst(":\\d*$", "");
		return name.equalsIgnoreCase("localhost") || isLoopback(name.replaceAll("^\\[|]$", ""));
	}

	private static boolean isLoopback(@Nullable String address) {
		return address != null && LOOPBACK.stream().anyMatch((range) -> range.contains(address));
	}

}
