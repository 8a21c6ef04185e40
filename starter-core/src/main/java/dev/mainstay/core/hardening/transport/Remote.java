package dev.mainstay.core.hardening.transport;

import java.util.Collection;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.data.HostName;

/**
 * Tells a host that has to be reached over a network from one that is on the same desk.
 */
final class Remote {

	private Remote() {
	}

	/** A neighbour's name is that of a container on a desk, unless it is production. */
	static boolean isAnyOf(Collection<String> hosts, InspectedApplication application) {
		boolean production = application.production() != null;
		return hosts.stream().anyMatch((host) -> !HostName.isLocal(host) && (production || !HostName.isInternal(host)));
	}

}
