package dev.mainstay.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/**
 * Makes a request of what the fuzzer gives: of its bytes alone, or of the parts that a
 * request has, some as they should be and some from the fuzzer.
 */
final class FuzzedRequest {

	/** What the caller sends as a value and no error may repeat. */
	static final String CANARY = "canaryofthecaller";

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS",
			"TRACE", "get", "FOO");

	private static final List<String> PATHS = List.of("/orders", "/orders/1", "/orders/abc", "/payments",
			"/payments/1/status", "/ledger/exports", "/actuator", "/actuator/mainstay", "/actuator/health", "/error",
			"/nowhere", "/", "*", "http://localhost/orders", "/orders;x=1", "//orders", "/orders/%2e%2e/", "/%00");

	private static final List<String> TYPES = List.of("application/json", "application/json;charset=UTF-16",
			"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data",
			"multipart/form-data; boundary=x", "application/problem+json", "*/*", "foo", "");

	private static final List<String> NAMES = List.of("Accept", "Accept-Language", "Accept-Encoding",
			"Content-Encoding", "Idempotency-Key", "X-Request-Id", "traceparent", "Expect", "Range", "If-Match",
			"Origin", "Cookie", "Authorization", "X-Forwarded-For", "X-Forwarded-Prefix", "X-HTTP-Method-Override",
			"Upgrade", "Transfer-Encoding", "Content-Length", "Host", "Connection", "X-Request-Timeout-Ms");

	private static final List<String> VALUES = List.of("*/*", "application/xml", "application/problem+json", "de",
			"gzip", "100-continue", "bytes=0-1", "null", "close", "keep-alive", "chunked", "0", "-1", "5", "h2c",
			"websocket", CANARY, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

	private static final List<String> BODIES = List.of("{}", "[]", "null", "\"" + CANARY + "\"", "",
			"{\"customer\":\"" + CANARY
					+ "\",\"email\":\"a@example.com\",\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"price\":1}]}",
			"{\"customer\":\"A\",\"email\":\"" + CANARY + "\",\"lines\":[{\"sku\":\"A\",\"quantity\":\"" + CANARY
					+ "\",\"price\":1e9}]}",
			"{\"orderId\":1,\"amount\":12.5,\"cardNumber\":\"" + CANARY + "\",\"expiry\":\"12/30\"}");

	private static final List<String> PIECES = List.of("{", "}", "[", "]", ":", ",", "\"", "null", "true", "1e999999",
			"-0", "\\u0000", "\\ud800", "\"customer\"", "\"lines\"", "\"orderId\"", "\"isAdmin\"",
			"{\"sku\":\"A\",\"quantity\":2147483648,\"price\":1e400}", "[[[[[[[[", "999999999999999999999", "5.9");

	private final FuzzedDataProvider data;

	private final StringBuilder head = new StringBuilder();

	private FuzzedRequest(FuzzedDataProvider data) {
		this.data = data;
	}

	static byte[] of(FuzzedDataProvider data) {
		return (data.consumeInt(0, 9) == 0) ? data.consumeRemainingAsBytes() : new FuzzedRequest(data).bytes();
	}

	private byte[] bytes() {
		String method = part(METHODS);
		this.head.append(method).append(' ').append(part(PATHS));
		if (this.data.consumeBoolean()) {
			this.head.append('?').append(text(40));
		}
		this.head.append(often() ? " HTTP/1.1\r\n" : " " + text(12) + "\r\n");
		if (often()) {
			this.head.append("Host: localhost\r\n");
		}
		for (int more = this.data.consumeInt(0, 4); more > 0; more--) {
			this.head.append(part(NAMES)).append(": ").append(part(VALUES)).append("\r\n");
		}
		byte[] body = body().getBytes(StandardCharsets.UTF_8);
		if (body.length > 0 && often()) {
			this.head.append("Content-Type: ").append(part(TYPES)).append("\r\n");
			this.head.append("Content-Length: ").append(body.length).append("\r\n");
		}
		return join(this.head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1), body);
	}

	private String body() {
		StringBuilder body = new StringBuilder(this.data.pickValue(BODIES));
		for (int more = this.data.consumeInt(0, 6); more > 0; more--) {
			int at = this.data.consumeInt(0, body.length());
			int end = this.data.consumeInt(at, Math.min(body.length(), at + 8));
			body.replace(at, end, often() ? this.data.pickValue(PIECES) : text(8));
		}
		return body.toString();
	}

	private String part(List<String> usual) {
		return often() ? this.data.pickValue(usual) : text(24);
	}

	private boolean often() {
		return this.data.consumeInt(0, 7) > 0;
	}

	private String text(int length) {
		return this.data.consumeString(length);
	}

	private static byte[] join(byte[] head, byte[] body) {
		byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
		System.arraycopy(body, 0, all, head.length, body.length);
		return all;
	}

}
