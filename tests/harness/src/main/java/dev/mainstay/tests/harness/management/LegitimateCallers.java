package dev.mainstay.tests.harness.management;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Those whom the guard is to admit, each in its own way.
 *
 * @param base the path of the endpoints
 * @param port the port on which they are
 * @param elsewhere asks from an address that is not loopback
 * @param token the token
 * @param operator credentials of somebody with the role, if there is anybody
 */
record LegitimateCallers(String base, int port, RawSocket elsewhere, String token, @Nullable String operator) {

	/** What each of them got, once it is asked for. */
	Map<String, Supplier<String>> all() {
		Map<String, Supplier<String>> all = new LinkedHashMap<>();
		RawSocket ipv4 = here("127.0.0.1");
		RawSocket ipv6 = here("::1");
		for (String host : new String[] { "localhost", "LOCALHOST", "localhost:" + this.port, "127.0.0.1",
				"127.0.0.1:" + this.port, "127.8.9.10", "[::1]", "[::1]:" + this.port, "[0:0:0:0:0:0:0:1]" }) {
			all.put("IPv4 asking for " + host, () -> ipv4.send(get("Host: " + host)));
			all.put("IPv6 asking for " + host, () -> ipv6.send(get("Host: " + host)));
		}
		all.put("another address of loopback", () -> here("127.0.0.5").send(get("Host: localhost")));
		all.put("HTTP/1.0", () -> ipv4.send("GET " + this.base + "/mainstay HTTP/1.0\r\n\r\n"));
		all.put("HTTP/2", () -> ipv4.send(ProtocolTricks.http2(this.base, "localhost")));
		all.put("a browser on this machine", () -> ipv4.send(
				get("Host: localhost:" + this.port, "User-Agent: Mozilla/5.0", "Sec-Fetch-Site: none", "Cookie: a=b")));
		all.put("an absolute target", () -> ipv4.send("GET http://localhost:" + this.port + this.base
				+ "/mainstay HTTP/1.1\r\nHost: localhost:" + this.port + "\r\nConnection: close\r\n\r\n"));
		all.put("port-forward", this::throughRelay);
		addThoseFromElsewhere(all);
		return all;
	}

	private void addThoseFromElsewhere(Map<String, Supplier<String>> all) {
		for (String scheme : new String[] { "Bearer ", "bearer ", "BEARER  " }) {
			all.put("token by " + scheme,
					() -> this.elsewhere.send(get("Host: a", "Authorization: " + scheme + this.token)));
		}
		all.put("token through a proxy", () -> this.elsewhere.send(get("Host: orders.example.com",
				"X-Forwarded-For: 203.0.113.9", "Via: 1.1 proxy", "Authorization: Bearer " + this.token)));
		all.put("scraper", () -> this.elsewhere.send(get("Host: a").replace("/mainstay", "/prometheus")));
		if (this.operator != null) {
			all.put("role", () -> this.elsewhere.send(get("Host: a", "Authorization: " + this.operator)));
			all.put("role through a proxy", () -> this.elsewhere
				.send(get("Host: a", "X-Forwarded-For: 203.0.113.9", "Authorization: " + this.operator)));
		}
	}

	private String throughRelay() {
		try (TcpRelay relay = new TcpRelay(this.port)) {
			return new RawSocket(InetAddress.getLoopbackAddress(), relay.port())
				.send(get("Host: localhost:" + relay.port()));
		}
	}

	private String get(String... headers) {
		return "GET " + this.base + "/mainstay HTTP/1.1\r\n" + String.join("\r\n", headers)
				+ "\r\nConnection: close\r\n\r\n";
	}

	private RawSocket here(String address) {
		try {
			return new RawSocket(InetAddress.getByName(address), this.port);
		}
		catch (UnknownHostException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
