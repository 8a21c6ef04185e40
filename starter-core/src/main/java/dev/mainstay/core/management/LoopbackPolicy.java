package dev.mainstay.core.management;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

	private static final Pattern HOST = Pattern.compile("(?:\\[([^]]*)]|([^:\\[\\]]*))(?::\\d*)?");

	@Override
	public boolean admits(ManagementCall call) {
		Peer peer = call.peer();
		return !peer.forwarded() && isLoopback(peer.address()) && isLoopback(peer.localAddress())
				&& isForThisMachine(call);
	}

	/** HTTP/1.0 has none. Of two, a proxy may mean the one that is not looked at. */
	private static boolean isForThisMachine(ManagementCall call) {
		return call.headers("Host").size() <= 1 && call.hosts().stream().allMatch(LoopbackPolicy::isNameOfThisMachine);
	}

	private static boolean isNameOfThisMachine(String host) {
		Matcher parts = HOST.matcher(host.strip());
		if (!parts.matches()) {
			return false;
		}
		String name = (parts.group(1) != null) ? parts.group(1) : parts.group(2);
		return name.equalsIgnoreCase("localhost") || isLoopback(name);
	}

	private static boolean isLoopback(@Nullable String address) {
		return address != null && LOOPBACK.stream().anyMatch((range) -> range.contains(address));
	}

}
