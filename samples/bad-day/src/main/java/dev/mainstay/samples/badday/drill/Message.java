package dev.mainstay.samples.badday.drill;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that keeps to the rules of HTTP/1.1.
 *
 * @param method the method
 * @param path the path, as it is sent
 * @param headers the headers beside those that every request has
 * @param body the body, not to be changed
 */
record Message(String method, String path, Map<String, String> headers, byte[] body) {

	static Message get(String path) {
		return new Message("GET", path, Map.of(), new byte[0]);
	}

	static Message of(Route route) {
		Message message = new Message(route.method(), route.path(), Map.of(), new byte[0]);
		return route.body().isEmpty() ? message : message.body(route.body());
	}

	Message body(String json) {
		return new Message(this.method, this.path, this.headers, json.getBytes(StandardCharsets.UTF_8))
			.header("Content-Type", "application/json");
	}

	Message header(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new Message(this.method, this.path, headers, this.body);
	}

	/**
	 * Returns the bytes up to the body.
	 */
	byte[] head(Target target) {
		StringBuilder head = new StringBuilder(this.method + " " + target.base() + this.path + " HTTP/1.1\r\n");
		head.append("Host: ").append(target.authority()).append("\r\nConnection: close\r\n");
		this.headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		if (this.body.length > 0 || !this.method.equals("GET")) {
			head.append("Content-Length: ").append(this.body.length).append("\r\n");
		}
		return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

}
