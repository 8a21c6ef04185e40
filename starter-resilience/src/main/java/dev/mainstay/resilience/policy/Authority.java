package dev.mainstay.resilience.policy;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Whom a call goes to, without what a URI may say of a user: what goes there shares one
 * budget, one breaker and the limits.
 *
 * @param host the host in lower case, empty if there is none
 * @param port the port, also where it is the standard one, 0 if there is none
 * @since 0.1.0
 */
public record Authority(String host, int port) {

	/**
	 * Nobody in particular, for work that is no HTTP call.
	 */
	public static final Authority NONE = new Authority("", 0);

	/**
	 * Whom a URI goes to.
	 * @param uri the URI
	 * @return the authority
	 */
	public static Authority of(URI uri) {
		int standard = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
		return new Authority(hostOf(uri), (uri.getPort() >= 0) ? uri.getPort() : standard);
	}

	/** A name with an underscore is none to the JDK, though the name of a container. */
	private static String hostOf(URI uri) {
		String host = (uri.getHost() != null) ? uri.getHost() : withoutUser(uri.getRawAuthority());
		return host.toLowerCase(Locale.ROOT);
	}

	private static String withoutUser(@Nullable String authority) {
		return (authority != null) ? authority.substring(authority.lastIndexOf('@') + 1) : "";
	}

	@Override
	public String toString() {
		return this.host.isEmpty() ? "-" : this.host + ":" + this.port;
	}

}
