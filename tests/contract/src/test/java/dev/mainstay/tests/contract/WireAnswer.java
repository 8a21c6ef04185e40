package dev.mainstay.tests.contract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server sent back, interim answers left out.
 *
 * @param interim whether there was an interim answer such as {@code 100 Continue}
 * @param status the status, 0 if there was no answer
 * @param headers the fields by their names in lower case
 * @param body the body
 */
record WireAnswer(boolean interim, int status, Map<String, String> headers, String body) {

	private static final Pattern HEAD = Pattern.compile("HTTP/1\\.1 (\\d{3})[^\r\n]*\r\n(.*?)\r\n\r\n", Pattern.DOTALL);

	private static final JsonMapper JSON = new JsonMapper();

	static WireAnswer of(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.UTF_8);
		Matcher head = HEAD.matcher(text);
		boolean interim = false;
		while (head.lookingAt() && head.group(1).startsWith("1")) {
			interim = true;
			text = text.substring(head.end());
			head = HEAD.matcher(text);
		}
		if (!head.lookingAt()) {
			return new WireAnswer(interim, 0, Map.of(), text);
		}
		Map<String, String> headers = new TreeMap<>();
		for (String line : head.group(2).split("\r\n")) {
			int colon = line.indexOf(':');
			headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim(),
					(one, other) -> one + ", " + other);
		}
		String body = text.substring(head.end());
		return new WireAnswer(interim, Integer.parseInt(head.group(1)), headers,
				"chunked".equals(headers.get("transfer-encoding")) ? joined(body) : body);
	}

	private static String joined(String chunks) {
		byte[] bytes = chunks.getBytes(StandardCharsets.UTF_8);
		StringBuilder body = new StringBuilder();
		int at = 0;
		while (at < bytes.length) {
			int end = at;
			while (bytes[end] != '\r') {
				end++;
			}
			int size = Integer.parseInt(new String(bytes, at, end - at, StandardCharsets.US_ASCII), 16);
			body.append(new String(bytes, end + 2, size, StandardCharsets.UTF_8));
			at = (size == 0) ? bytes.length : end + 2 + size + 2;
		}
		return body.toString();
	}

	String header(String name) {
		return this.headers.getOrDefault(name, "");
	}

	JsonNode json() {
		return JSON.readTree(this.body);
	}

	/** The entries of {@code errors}, each as its place and its code. */
	String errors() {
		StringBuilder errors = new StringBuilder();
		for (JsonNode error : json().path("errors")) {
			errors.append(errors.isEmpty() ? "" : " ")
				.append(place(error))
				.append('=')
				.append(error.path("code").asString());
		}
		return errors.toString();
	}

	private static String place(JsonNode error) {
		for (String part : new String[] { "parameter", "header", "path", "cookie" }) {
			if (error.has(part)) {
				return part + ":" + error.path(part).asString();
			}
		}
		return error.path("pointer").asString("");
	}

}
