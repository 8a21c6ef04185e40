package dev.mainstay.core.hardening.data;

import java.util.List;
import java.util.Locale;

/**
 * Tells by its name alone where a host is. Nothing is looked up.
 *
 * @since 0.1.0
 */
public final class HostName {

	private static final List<String> INTERNAL = List.of(".local", ".svc", ".internal", ".localdomain", ".lan");

	private HostName() {
	}

	/**
	 * Whether it is this machine.
	 * @param host a name or an address, IPv6 with or without brackets
	 * @return whether nothing that is sent there leaves the machine
	 */
	public static boolean isLocal(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		return name.isEmpty() || name.equals("localhost") || name.endsWith(".localhost") || name.startsWith("127.")
				|| name.equals("0.0.0.0") || name.replaceAll("[\\[\\]]", "").equals("::1")
				|| name.equals("host.docker.internal");
	}

	/**
	 * Whether it can only be a neighbour: a container of the same composition or a
	 * service of the same cluster.
	 * @param host a name or an address
	 * @return whether the name means nothing outside
	 */
	public static boolean isInternal(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		boolean singleLabel = name.indexOf('.') < 0 && name.indexOf(':') < 0;
		return singleLabel || INTERNAL.stream().anyMatch(name::endsWith);
	}

}
