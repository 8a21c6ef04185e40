package dev.mainstay.core.request;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads what proxies say of themselves and of their callers.
 */
final class ForwardingHeaders {

	/** Nobody has more proxies; whoever writes more addresses only wants to be walked. */
	private static final int MAX_ADDRESSES = 50;

	private static final String PREFIX = "X-Forwarded";

	private static final String[] NAMES = { "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Remote-IP",
			"X-Remote-Addr", "X-Originating-IP", "X-Cluster-Client-IP", "X-ProxyUser-Ip", "X-Original-Forwarded-For",
			"X-Original-Host", "X-Envoy-External-Address", "X-Appengine-User-IP", "X-Azure-ClientIP",
			"X-Azure-SocketIP", "X-ARR-LOG-ID", "Client-IP", "True-Client-IP", "CF-Connecting-IP", "CF-Ray", "CDN-Loop",
			"Fastly-Client-IP", "Proxy-Connection", "Proxy-Authorization", "Proxy-Client-IP", "WL-Proxy-Client-IP" };

	private ForwardingHeaders() {
	}

	static boolean anyIn(HeaderNames received) {
		if (received.containsPrefix(PREFIX)) {
			return true;
		}
		for (String name : NAMES) {
			if (received.contains(name)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * From left to right; of a list that is too long, the end, which is the nearer one.
	 */
	static List<String> addresses(Function<String, Collection<String>> headerValues) {
		List<String> addresses = new ArrayList<>();
		for (String value : headerValues.apply("X-Forwarded-For")) {
			split(value).forEach((address) -> addresses.add(withoutPort(address)));
		}
		if (addresses.isEmpty()) {
			for (String value : headerValues.apply("Forwarded")) {
				split(value).forEach((element) -> addIfPresent(addresses, forParameter(element)));
			}
		}
		return addresses.subList(Math.max(0, addresses.size() - MAX_ADDRESSES), addresses.size());
	}

	private static List<String> split(String list) {
		return List.of(list.split(","));
	}

	private static void addIfPresent(List<String> addresses, @Nullable String address) {
		if (address != null) {
			addresses.add(address);
		}
	}

	private static @Nullable String forParameter(String element) {
		for (String parameter : element.split(";")) {
			String pair = parameter.strip();
			if (pair.regionMatches(true, 0, "for=", 0, 4)) {
				return withoutPort(pair.substring(4).replace("\"", ""));
			}
		}
		return null;
	}

	/** Some gateways write {@code 192.0.2.1:4711}, and RFC 7239 {@code [2001:db8::1]}. */
	private static String withoutPort(String value) {
		String address = value.strip();
		if (address.startsWith("[") && address.indexOf(']') > 0) {
			return address.substring(1, address.indexOf(']'));
		}
		int colon = address.indexOf(':');
		return (colon > 0 && colon == address.lastIndexOf(':')) ? address.substring(0, colon) : address;
	}

}
