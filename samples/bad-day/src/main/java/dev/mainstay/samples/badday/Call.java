package dev.mainstay.samples.badday;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One HTTP call to the service.
 */
record Call(String method, String path, String body, Map<String, String> headers, Duration timeout) {

	private static final Duration PATIENT = Duration.ofSeconds(20);

	static Call get(String path) {
		return new Call("GET", path, "", Map.of(), PATIENT);
	}

	static Call post(String path, String json) {
		return new Call("POST", path, json, Map.of("Content-Type", "application/json"), PATIENT);
	}

	Call method(String method) {
		return new Call(method, this.path, this.body, this.headers, this.timeout);
	}

	Call header(String name, String value) {
		Map<String, String> headers = new TreeMap<>(this.headers);
		headers.put(name, value);
		return new Call(this.method, this.path, this.body, headers, this.timeout);
	}

	Call within(Duration timeout) {
		return new Call(this.method, this.path, this.body, this.headers, timeout);
	}

	String id() {
		return this.headers.getOrDefault("X-Request-Id", "");
	}

}
