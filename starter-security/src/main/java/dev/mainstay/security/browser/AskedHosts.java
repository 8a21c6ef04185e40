package dev.mainstay.security.browser;

import org.jspecify.annotations.Nullable;

/**
 * The host that a request was sent to, as far as it is known. A page cannot make a
 * browser send another {@code Host}, nor a forwarded one without asking before.
 */
final class AskedHosts {

	private AskedHosts() {
	}

	static boolean contain(Origin origin, BrowserRequest request) {
		return isAt(origin, request.header("Host")) || isAt(origin, request.serverHost())
				|| (request.isFromTrustedProxy() && isForwarded(origin, request));
	}

	private static boolean isForwarded(Origin origin, BrowserRequest request) {
		String hosts = request.header("X-Forwarded-Host");
		String port = request.header("X-Forwarded-Port");
		if (hosts != null) {
			for (String host : hosts.split(",")) {
				if (origin.isAt(host) || (port != null && origin.isAt(host.strip() + ":" + port.strip()))) {
					return true;
				}
			}
		}
		return isInForwarded(origin, request.header("Forwarded"));
	}

	/** RFC 7239, 5.3. */
	private static boolean isInForwarded(Origin origin, @Nullable String forwarded) {
		if (forwarded != null) {
			for (String pair : forwarded.split("[;,]")) {
				String parameter = pair.strip();
				if (parameter.regionMatches(true, 0, "host=", 0, 5)
						&& origin.isAt(parameter.substring(5).replace("\"", ""))) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isAt(Origin origin, @Nullable String host) {
		return host != null && origin.isAt(host);
	}

}
