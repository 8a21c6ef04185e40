package dev.mainstay.core.management;

import java.util.List;
import java.util.Set;

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

	/** As Java writes them; read from text, each costs some hundred bytes a call. */
	private static final Set<String> USUAL = Set.of("127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

	@Override
	public boolean admits(ManagementCall call) {
		Peer peer = call.peer();
		return !peer.forwarded() && isLoopback(peer.address()) && isLoopback(peer.localAddress())
				&& isForThisMachine(call);
	}

	/** HTTP/1.0 has none. Of two, a proxy may mean either. */
	private static boolean isForThisMachine(ManagementCall call) {
		List<String> hosts = call.hosts();
		for (int i = 0; i < hosts.size(); i++) {
			if (!isNameOfThisMachine(hosts.get(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isNameOfThisMachine(String host) {
		String name = withoutPort(host.strip());
		return name != null && (name.equalsIgnoreCase("localhost") || isLoopback(name));
	}

	/** The name or the address, {@code null} if this is no host. */
	private static @Nullable String withoutPort(String host) {
		boolean literal = host.startsWith("[");
		int colon = host.indexOf(':', literal ? Math.max(0, host.indexOf(']')) : 0);
		String name = (colon < 0) ? host : host.substring(0, colon);
		if (colon >= 0 && !isNumber(host, colon + 1)) {
			return null;
		}
		if (literal) {
			return (name.indexOf(']') == name.length() - 1) ? name.substring(1, name.length() - 1) : null;
		}
		return (name.indexOf('[') < 0 && name.indexOf(']') < 0) ? name : null;
	}

	private static boolean isNumber(String text, int begin) {
		for (int i = begin; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	private static boolean isLoopback(@Nullable String address) {
		return address != null && (USUAL.contains(address) || isInRange(address));
	}

	private static boolean isInRange(String address) {
		for (AddressRange range : LOOPBACK) {
			if (range.contains(address)) {
				return true;
			}
		}
		return false;
	}

}
