package dev.mainstay.resilience.http;

import java.net.URI;
import java.util.Locale;

/**
 * Whom a call goes to, without what a URI may say of a user: what goes there shares one
 * budget.
 *
 * @param host the host in lower case, empty if there is none
 * @param port the port, also where it is the standard one
 */
record Authority(String host, int port) {

	static Authority of(URI uri) {
		String host = (uri.getHost() != null) ? uri.getHost().toLowerCase(Locale.ROOT) : "";
		int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
		return new Authority(host, (uri.getPort() >= 0) ? uri.getPort() : standard);
	}

	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}
