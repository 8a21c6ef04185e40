package dev.mainstay.tests.harness.dayone;

import java.util.List;

/**
 * Forty requests of an ordinary day.
 */
public final class Requests {

	static final String VALID = "{\"customer\":\"c\",\"quantity\":1}";

	static final String INVALID = "{\"customer\":\"\",\"quantity\":0}";

	private static final String[] JSON = { "Content-Type", "application/json" };

	private static final String[] NONE = {};

	public static final List<Request> ALL = List.of(get("/orders"), get("/orders?limit=many"), get("/orders/1"),
			new Request("GET", "/orders/1", "", "If-None-Match", "\"1\""), get("/orders/abc"), get("/orders/404"),
			new Request("HEAD", "/orders/1", "", NONE), new Request("OPTIONS", "/orders/1", "", NONE),
			post("/orders", VALID), post("/orders", INVALID), post("/orders", "{"),
			new Request("POST", "/orders", VALID, "Content-Type", "text/plain"), keyed(), keyed(),
			post("/orders/checked", INVALID), new Request("PATCH", "/orders/1", "{\"quantity\":2}", JSON),
			new Request("DELETE", "/orders/409", "", NONE), new Request("PUT", "/orders/1", VALID, JSON), get("/text"),
			new Request("GET", "/text", "", "Accept", "application/pdf"), html("/page"), html("/static.html"),
			get("/style.css"), get("/download"), get("/redirect"), get("/cached"), get("/async-failing"), get("/late"),
			get("/events"), get("/stream"), get("/failing"), html("/failing"), get("/refused"), get("/nowhere"),
			new Request("POST", "/form", "", "Content-Type", "application/x-www-form-urlencoded"), get("/actuator"),
			get("/actuator/health"), get("/actuator/mainstay"), get("/actuator/prometheus"),
			new Request("GET", "/actuator/prometheus", "", "X-Forwarded-For", "203.0.113.7"));

	private Requests() {
	}

	private static Request get(String path) {
		return new Request("GET", path, "", NONE);
	}

	private static Request keyed() {
		return new Request("POST", "/orders", VALID, "Content-Type", "application/json", "Idempotency-Key", "\"k-1\"");
	}

	private static Request html(String path) {
		return new Request("GET", path, "", "Accept", "text/html");
	}

	private static Request post(String path, String json) {
		return new Request("POST", path, json, JSON);
	}

	/**
	 * A request of the day.
	 */
	public record Request(String method, String path, String body, String... headers) {

		String title() {
			StringBuilder title = new StringBuilder(this.method).append(' ').append(this.path);
			for (int i = 0; i < this.headers.length; i += 2) {
				if (!this.headers[i + 1].equals("application/json")) {
					title.append(", ").append(this.headers[i]).append(": ").append(this.headers[i + 1]);
				}
			}
			return this.body.isEmpty() ? title.toString() : title.append(", body ").append(this.body).toString();
		}

	}

}
