package dev.mainstay.tests.harness.management;

import java.util.List;
import java.util.Locale;

/**
 * Headers by which somebody else might pass for a process on this machine, or for
 * somebody who is known.
 */
final class HeaderTricks {

	/** What a proxy on this machine adds. */
	private static final String PROXY = "X-Forwarded-For: 203.0.113.9";

	static final List<Trick> FROM_ELSEWHERE = List.of(Trick.header("for IPv4", "X-Forwarded-For: 127.0.0.1"),
			Trick.header("for IPv6", "X-Forwarded-For: ::1"),
			Trick.header("for IPv6 in brackets", "X-Forwarded-For: [::1]:4711"),
			Trick.header("for a list", "X-Forwarded-For: 203.0.113.9, 127.0.0.1"),
			Trick.header("for a list, the other way", "X-Forwarded-For: 127.0.0.1, 203.0.113.9"),
			Trick.header("for twice", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-For: 127.0.0.1"),
			Trick.header("for mapped", "X-Forwarded-For: ::ffff:127.0.0.1"),
			Trick.header("for mapped in hexadecimal", "X-Forwarded-For: ::ffff:7f00:1"),
			Trick.header("for short", "X-Forwarded-For: 127.1"),
			Trick.header("for a number", "X-Forwarded-For: 2130706433"),
			Trick.header("for octal", "X-Forwarded-For: 0177.0.0.1"),
			Trick.header("for zero", "X-Forwarded-For: 0.0.0.0"),
			Trick.header("for a name", "X-Forwarded-For: localhost"), Trick.header("for nothing", "X-Forwarded-For:"),
			Trick.header("underscores", "X_Forwarded_For: 127.0.0.1"),
			Trick.header("Forwarded", "Forwarded: for=127.0.0.1"),
			Trick.header("Forwarded, quoted IPv6", "Forwarded: for=\"[::1]\""),
			Trick.header("Forwarded, all", "Forwarded: for=\"[::1]:80\";by=\"[::1]\";host=localhost;proto=http"),
			Trick.header("Forwarded, a list", "Forwarded: for=203.0.113.9, for=127.0.0.1"),
			Trick.header("Forwarded, hidden", "Forwarded: for=_hidden, for=unknown"),
			Trick.header("real", "X-Real-IP: 127.0.0.1"), Trick.header("client", "X-Client-IP: 127.0.0.1"),
			Trick.header("cluster", "X-Cluster-Client-IP: 127.0.0.1"),
			Trick.header("true client", "True-Client-IP: 127.0.0.1", "CF-Connecting-IP: 127.0.0.1"),
			Trick.header("original", "X-Original-Forwarded-For: 127.0.0.1", "X-Originating-IP: 127.0.0.1"),
			Trick.header("remote", "X-Remote-IP: 127.0.0.1", "X-Remote-Addr: 127.0.0.1", "Remote-Addr: 127.0.0.1"),
			Trick.header("host", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Host: localhost", "X-Forwarded-Port: 80",
					"X-Forwarded-Proto: http"),
			Trick.header("prefix", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Prefix: {base}/health"),
			Trick.header("user", "Remote-User: ACTUATOR", "X-Forwarded-User: ACTUATOR", "X-Remote-User: ACTUATOR"),
			Trick.header("origin", "Origin: http://localhost", "Referer: http://localhost{base}"),
			Trick.header("host IPv4", "Host: 127.0.0.1"), Trick.header("host IPv6", "Host: [::1]"),
			Trick.header("host mapped", "Host: [::ffff:127.0.0.1]"),
			Trick.header("two hosts", "Host: localhost", "Host: 127.0.0.1"),
			Trick.remote("original URL", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Original-URL: {base}/mainstay\r\n"),
			Trick.remote("rewritten URL", "GET {base}/health HTTP/1.1\r\nHost: localhost\r\n"
					+ "X-Rewrite-URL: {base}/mainstay\r\nX-Original-URI: {base}/mainstay\r\n"));

	static final List<Trick> FROM_A_PROXY_ON_THIS_MACHINE = List.of(Trick.proxied("a proxy", PROXY),
			Trick.proxied("hop by hop", PROXY, "Connection: close, X-Forwarded-For"),
			Trick.proxied("hop by hop, more", PROXY, "Forwarded: for=203.0.113.9",
					"Connection: close, Forwarded, X-Forwarded-For, Via, Host"),
			Trick.proxied("proxy connection", PROXY, "Proxy-Connection: X-Forwarded-For"),
			Trick.proxied("empty", "X-Forwarded-For:"), Trick.proxied("a space", "X-Forwarded-For: "),
			Trick.proxied("lower case header", "x-forwarded-for: 127.0.0.1"),
			Trick.proxied("space before the colon", "X-Forwarded-For : 203.0.113.9"),
			Trick.proxied("folded", "X-Forwarded-For:\r\n 203.0.113.9"),
			Trick.proxied("first line folded", " X-Forwarded-For: 203.0.113.9"),
			Trick.proxied("with a bare CR", "X-Forwarded-For: 127.0.0.1\r, 203.0.113.9"),
			Trick.proxied("loopback before", "X-Forwarded-For: 127.0.0.1", PROXY),
			Trick.proxied("loopback behind", PROXY, "X-Forwarded-For: 127.0.0.1"),
			Trick.proxied("via", "Via: 1.1 proxy"), Trick.proxied("by", "Forwarded: by=127.0.0.1"),
			Trick.proxied("only a host", "X-Forwarded-Host: localhost"),
			Trick.proxied("only a server", "X-Forwarded-Server: localhost"),
			Trick.proxied("CDN", "CDN-Loop: cdn.example"), Trick.proxied("public host", "Host: orders.example.com"),
			Trick.proxied("rebound host", "Host: rebind.example.com:8080"),
			Trick.proxied("host that begins so", "Host: localhost.example.com"),
			Trick.proxied("host that looks so", "Host: 127.0.0.1.example.com"),
			Trick.proxied("host with a user", "Host: localhost@example.com"),
			Trick.proxied("host with a dot", "Host: localhost."), Trick.proxied("host as a number", "Host: 2130706433"),
			Trick.proxied("host of zeros", "Host: 0.0.0.0"),
			Trick.proxied("two hosts, public first", "Host: orders.example.com", "Host: localhost"),
			Trick.proxied("two hosts, public last", "Host: localhost", "Host: orders.example.com"),
			Trick.proxied("hosts in a list", "Host: localhost, orders.example.com"), new Trick("absolute, public", true,
					"GET http://orders.example.com{base}/mainstay HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

	private HeaderTricks() {
	}

	/** Nine wrong tokens at most, as those after the tenth are not looked at. */
	static List<Trick> withCredentials(String token) {
		return List.of(Trick.header("wrong token", "Authorization: Bearer " + "x".repeat(token.length())),
				Trick.header("a part", "Authorization: Bearer " + token.substring(1)),
				Trick.header("a longer one", "Authorization: Bearer " + token + "="),
				Trick.header("other case", "Authorization: bearer " + token.toUpperCase(Locale.ROOT)),
				Trick.header("a list", "Authorization: Bearer a, Bearer " + token),
				Trick.header("NUL behind", "Authorization: Bearer " + token + "\0"),
				Trick.header("two headers", "Authorization: Bearer a", "Authorization: Bearer " + token),
				Trick.header("no token", "Authorization: Bearer"),
				Trick.header("blank token", "Authorization: Bearer    "), Trick.header("null", "Authorization: null"),
				Trick.header("no scheme", "Authorization: " + token),
				Trick.header("scheme with tab", "Authorization: Bearer\t" + token),
				Trick.header("other scheme", "Authorization: Basic " + token),
				Trick.header("other header", "X-Authorization: Bearer " + token),
				Trick.header("for the proxy", "Proxy-Authorization: Bearer " + token),
				Trick.header("underscore", "HTTP_AUTHORIZATION: Bearer " + token),
				Trick.header("cookie", "Cookie: Authorization=Bearer " + token + "; token=" + token),
				Trick.target("token in the query", "{base}/mainstay?access_token=" + token + "&token=" + token));
	}

}
