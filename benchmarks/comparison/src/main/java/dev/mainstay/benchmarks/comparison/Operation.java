package dev.mainstay.benchmarks.comparison;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What clients ask for.
 */
enum Operation {

	/** Three fields of JSON. */
	READ("`GET`", "GET", "/orders/17", "", 200),
	/** JSON that is validated. */
	WRITE("validated `POST`", "POST", "/orders", "{\"customer\":\"Ada\",\"sku\":\"A-1\",\"quantity\":3}", 201),
	/** One row in a transaction, with a new key each. */
	KEYED("`POST` with a key", "POST", "/payments", "{\"account\":\"Ada\",\"amount\":12.50}", 201),
	/** A call to a dependency. */
	CALL("`GET` that calls", "GET", "/prices/A-1", "", 200),
	/** Ten lines in the log. */
	TEN_LINES("`GET` that logs 10 lines", "GET", "/lines/10", "", 200),
	/** A hundred. */
	HUNDRED_LINES("`GET` that logs 100 lines", "GET", "/lines/100", "", 200);

	/** What the comparison is about, and the soak. */
	static final List<Operation> DAILY = List.of(READ, WRITE, KEYED, CALL);

	private final String title;

	private final String beforeKey;

	private final String afterKey;

	private final int status;

	Operation(String title, String method, String path, String body, int status) {
		this.title = title;
		this.status = status;
		this.beforeKey = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n";
		this.afterKey = body.isEmpty() ? "\r\n"
				: "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
	}

	/** The bytes of a request; the key is nobody else's if it is to take place. */
	byte[] request(String key) {
		String header = (this == KEYED) ? "Idempotency-Key: \"" + key + "\"\r\n" : "";
		return (this.beforeKey + header + this.afterKey).getBytes(StandardCharsets.US_ASCII);
	}

	int status() {
		return this.status;
	}

	@Override
	public String toString() {
		return this.title;
	}

}
