package dev.mainstay.samples.badday.drill;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The service to be drilled, at an address that was looked at once and is kept: a name
 * cannot lead elsewhere afterwards.
 *
 * @param secure whether it is spoken to by TLS
 * @param host its name, as it was given
 * @param port its port
 * @param base what all paths begin with, or empty
 * @param address where it is
 */
record Target(boolean secure, String host, int port, String base, InetAddress address) {

	private static final Pattern DOTTED = Pattern
		.compile("(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])(\\.(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}");

	/**
	 * Other ways to write an IPv4 address: one number, fewer than four, octal,
	 * hexadecimal.
	 */
	private static final Pattern NUMBERS = Pattern
		.compile("(0[xX][0-9a-fA-F]*|[0-9]+)(\\.(0[xX][0-9a-fA-F]*|[0-9]+))*\\.?");

	/**
	 * Looks at a target and refuses it unless it is this machine, or a host that was
	 * allowed by name.
	 * @param allowed the hosts that the user allows, in lower case
	 */
	static Target of(String url, Set<String> allowed, Resolver resolver) {
		URI uri = parse(url);
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
		if (NUMBERS.matcher(literal).matches() && !DOTTED.matcher(literal).matches()) {
			throw refused(url, host + " is an address in disguise; write its four numbers in full");
		}
		InetAddress[] addresses = resolve(url, literal, resolver);
		if (!allowed.contains(literal) && !Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
			throw refused(url, host + " is " + list(addresses)
					+ " and not this machine; if it is yours and may be drilled, add --allow " + literal);
		}
		if (Arrays.stream(addresses).anyMatch(Target::isNoService)) {
			throw refused(url, host + " is " + list(addresses) + ", where no service of yours is");
		}
		boolean secure = uri.getScheme().equalsIgnoreCase("https");
		int port = (uri.getPort() > 0) ? uri.getPort() : (secure ? 443 : 80);
		return new Target(secure, host, port, uri.getRawPath().replaceFirst("/+$", ""), addresses[0]);
	}

	private static URI parse(String url) {
		URI uri;
		try {
			uri = new URI(url);
		}
		catch (URISyntaxException ex) {
			throw refused(url, "it is no URL: " + ex.getReason());
		}
		if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
			throw refused(url, "a URL begins with http:// or https://, as in http://localhost:8080");
		}
		if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
			throw refused(url,
					"there is an @ in it, and what is before it is not the host; credentials go into --header");
		}
		if (uri.getHost() == null) {
			throw refused(url, "it names no host, or one with characters that a host has not");
		}
		if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
			throw refused(url, "it has a query or a fragment; these belong into --routes");
		}
		return uri;
	}

	private static InetAddress[] resolve(String url, String host, Resolver resolver) {
		try {
			return resolver.resolve(host);
		}
		catch (UnknownHostException ex) {
			throw refused(url, "there is no host " + host);
		}
	}

	private static boolean isNoService(InetAddress address) {
		return address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress();
	}

	private static String list(InetAddress[] addresses) {
		return Arrays.stream(addresses).map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
	}

	private static IllegalArgumentException refused(String url, String why) {
		return new IllegalArgumentException("--target: " + url + " is refused: " + why);
	}

	/**
	 * Returns what the header Host says.
	 */
	String authority() {
		boolean usual = this.port == (this.secure ? 443 : 80);
		return usual ? this.host : this.host + ":" + this.port;
	}

	@Override
	public String toString() {
		return (this.secure ? "https://" : "http://") + authority() + this.base;
	}

	/**
	 * Finds the addresses of a host.
	 */
	@FunctionalInterface
	interface Resolver {

		InetAddress[] resolve(String host) throws UnknownHostException;

	}

}
