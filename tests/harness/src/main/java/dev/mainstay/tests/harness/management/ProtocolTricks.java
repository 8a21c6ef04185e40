package dev.mainstay.tests.harness.management;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Methods and protocols by which a request might come another way.
 */
final class ProtocolTricks {

	private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";

	static final List<Trick> ALL = List.of(Trick.remote("HEAD", "HEAD {base}/mainstay" + HOST),
			Trick.remote("OPTIONS", "OPTIONS {base}/mainstay" + HOST),
			Trick.remote("TRACE", "TRACE {base}/mainstay" + HOST),
			Trick.remote("preflight",
					"OPTIONS {base}/mainstay" + HOST
							+ "Origin: http://localhost\r\nAccess-Control-Request-Method: GET\r\n"),
			Trick.remote("lower case", "get {base}/mainstay" + HOST),
			Trick.remote("no such", "FOO {base}/mainstay" + HOST),
			Trick.remote("PROPFIND", "PROPFIND {base}/mainstay" + HOST),
			Trick.remote("override",
					"POST {base}/mainstay" + HOST + "X-HTTP-Method-Override: GET\r\n"
							+ "X-HTTP-Method: GET\r\nX-Method-Override: GET\r\nContent-Length: 0\r\n"),
			Trick.raw("override by form",
					"POST {base}/mainstay?_method=GET" + HOST
							+ "Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
							+ "Content-Length: 11\r\n\r\n_method=GET"),
			Trick.remote("CONNECT", "CONNECT localhost:80" + HOST),
			Trick.remote("CONNECT to a path", "CONNECT {base}/mainstay" + HOST),
			Trick.remote("HTTP/1.0", "GET {base}/mainstay HTTP/1.0\r\n"),
			Trick.remote("HTTP/1.0 with host", "GET {base}/mainstay HTTP/1.0\r\nHost: localhost\r\n"),
			Trick.raw("HTTP/0.9", "GET {base}/mainstay\r\n"),
			Trick.remote("HTTP/9.9", "GET {base}/mainstay HTTP/9.9\r\n"),
			Trick.remote("no host", "GET {base}/mainstay HTTP/1.1\r\n"),
			Trick.remote("blank host", "GET {base}/mainstay HTTP/1.1\r\nHost:\r\n"),
			Trick.remote("lines before", "\r\n\r\nGET {base}/mainstay" + HOST),
			Trick.remote("bare line feeds", "GET {base}/mainstay HTTP/1.1\nHost: localhost\n"),
			Trick.remote("PROXY", "PROXY TCP4 127.0.0.1 127.0.0.1 4711 80\r\nGET {base}/mainstay" + HOST),
			Trick.remote("PROXY, IPv6", "PROXY TCP6 ::1 ::1 4711 80\r\nGET {base}/mainstay" + HOST),
			Trick.remote("PROXY, binary",
					"\r\n\r\n\0\r\nQUIT\n\u0021\u0011\0\u000c" + "\u007f\0\0\u0001".repeat(2)
							+ "\u0012\u0067\0\u0050GET {base}/mainstay" + HOST),
			Trick.raw("two at once",
					"GET {base}/health" + HOST + "\r\nGET {base}/mainstay" + HOST + "Connection: close\r\n\r\n"),
			Trick.raw("smuggled",
					"POST {base}/health" + HOST + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n"
							+ "\r\n0\r\n\r\nGET {base}/mainstay" + HOST + "Connection: close\r\n\r\n"),
			Trick.raw("smuggled by a name",
					"POST {base}/health" + HOST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + "GET {base}/mainstay"
							+ HOST + "Connection: close\r\n\r\n"),
			Trick.remote("upgrade", "GET {base}/mainstay" + HOST
					+ "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n"),
			Trick.remote("websocket", "GET {base}/mainstay" + HOST + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
					+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"));

	private ProtocolTricks() {
	}

	/**
	 * HTTP/2 with prior knowledge (RFC 9113, 3.3), its head in plain literals.
	 * @param base the path of the endpoints
	 * @param authority the host that is asked for
	 * @return the preface, settings and one request
	 */
	static String http2(String base, String authority) {
		String head = "\u0082\u0086" + '\4' + literal(base + "/mainstay") + '\1' + literal(authority);
		return "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0, "") + frame(1, 5, 1, head);
	}

	private static String literal(String text) {
		if (text.length() >= 127) {
			throw new IllegalArgumentException("Too long for a length in one byte: " + text);
		}
		return (char) text.length() + new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
	}

	private static String frame(int type, int flags, int stream, String payload) {
		return new String(
				new char[] { 0, 0, (char) payload.length(), (char) type, (char) flags, 0, 0, 0, (char) stream })
				+ payload;
	}

}
