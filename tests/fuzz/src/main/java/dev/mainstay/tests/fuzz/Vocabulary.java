package dev.mainstay.tests.fuzz;

import java.util.List;

/**
 * What requests are made of, the good and the bad of it. The fuzzer would find it by
 * itself, in years.
 */
final class Vocabulary {

	static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE",
			"CONNECT", "get", "FOO");

	static final List<String> TARGETS = List.of("/orders/abc", "/orders/99999999999999999999", "/actuator", "/error",
			"/nowhere", "/", "*", "http://localhost/orders", "/orders;x=1", "//orders", "/orders/%2e%2e/", "/%00",
			"/orders/1%2f2", "/orders?%zz", "/shop/search", "/shop/orders?sort=lines.sku&size=-1&page=2147483647");

	static final List<String> QUERY = List.of("size", "page", "sort", "kind", "due", "ids", "all", "name",
			"address.street", "ids[0]", "_method", "trace=true", "1000000", "-1", "x", "email,desc", "%00", "%c0%ae",
			"%", Canaries.OF_THE_CALLER);

	static final List<String> TYPES = List.of("application/json", "application/json;charset=UTF-16", "text/plain",
			"application/xml", "application/x-www-form-urlencoded", "multipart/form-data",
			"multipart/form-data; boundary=x", "application/problem+json", "application/octet-stream", "*/*", "foo",
			"");

	static final List<String> NAMES = List.of("Accept", "Accept-Language", "Accept-Encoding", "Content-Encoding",
			"Idempotency-Key", "X-Request-Id", "traceparent", "baggage", "Expect", "Range", "If-Match",
			"If-Modified-Since", "Origin", "Cookie", "Authorization", "Forwarded", "X-Forwarded-For",
			"X-Forwarded-Prefix", "X-HTTP-Method-Override", "Upgrade", "Transfer-Encoding", "Content-Length", "Host",
			"Connection", "X-Request-Timeout-Ms", "grpc-timeout", "User-Agent", "X-Tenant",
			"Access-Control-Request-Method");

	static final List<String> VALUES = List.of("*/*", "application/xml", "application/problem+json", "text/html", "de",
			"gzip", "100-continue", "bytes=0-1", "null", "close", "keep-alive", "chunked", "0", "-1", "5", "h2c",
			"websocket", "http://evil.example", "for=\"[::1\"", "theme=x", "Bearer " + Canaries.OF_THE_CALLER,
			Canaries.OF_THE_CALLER, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

	static final List<String> BODIES = List.of("{}", "[]", "null", "\"" + Canaries.OF_THE_CALLER + "\"", "",
			"[[[[[[[[]]]]]]]]", "{\"isAdmin\":true}");

	static final List<String> PIECES = List.of("{", "}", "[", "]", ":", ",", "\"", "null", "true", "1e999999", "-0",
			"\\u0000", "\\ud800", "\u0000", "\ud800", "\"customer\"", "\"lines\"", "\"sku\"", "\"parts\"",
			"\"isAdmin\"", "\"" + Canaries.OF_THE_CALLER + "\"", "2147483648", "999999999999999999999", "5.9", "1e400",
			"[[[[[[[[", "&", "=", "%zz", "ids[99999999]", "address.", "--x\r\n", "\r\n", "\r\n\r\n", "--x--",
			"name=\"article\"", "filename=\"../../x\"", "2026-13-45", "+1000000000-01-01", "PT999999999999999999H");

	private Vocabulary() {
	}

}
