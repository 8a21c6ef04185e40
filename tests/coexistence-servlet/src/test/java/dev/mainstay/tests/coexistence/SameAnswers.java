package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.BeforeAndAfter;
import dev.mainstay.tests.harness.Http;

/**
 * Sends the same requests to an application without and with Mainstay, enforcing.
 */
final class SameAnswers {

	private static final String VALID = "{\"customer\":\"c\",\"items\":[{\"sku\":\"s\",\"quantity\":1}]}";

	private static final String INVALID = "{\"customer\":\"\",\"items\":[]}";

	private SameAnswers() {
	}

	static BeforeAndAfter of(Class<?> application) {
		return BeforeAndAfter.of(application, SameAnswers::requests, "--mainstay.mode=enforce");
	}

	private static Stream<HttpResponse<String>> requests(Http http) {
		return Stream.of(http.get("/orders/1"), http.get("/orders/abc"), http.get("/failing"), http.get("/nowhere"),
				http.get("/page", "Accept", "text/html"), http.post("/orders", VALID),
				http.post("/validated-orders", INVALID), http.post("/orders", "{"));
	}

}
