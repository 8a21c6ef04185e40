package dev.mainstay.tests.fuzz;

import java.util.List;

/**
 * A request that the service takes as it is.
 *
 * @param method the method
 * @param target the path, and the query if there is one
 * @param type the type of the body, empty without one
 * @param body the body
 */
record Operation(String method, String target, String type, String body) {

	private static final String JSON = "application/json";

	private static final String PART = """
			--x\r
			Content-Disposition: form-data; name="file"; filename="a.png"\r
			Content-Type: image/png\r
			\r
			abc\r
			--x\r
			Content-Disposition: form-data; name="article"\r
			Content-Type: application/json\r
			\r
			{"sku":"A-1","sold":true,"weight":1}\r
			--x--\r
			""";

	private static final String ARTICLE = "{\"sku\":\"A-1\",\"e-mail\":\"a@example.com\",\"kind\":\"NEW\","
			+ "\"due\":\"2026-12-24\",\"made\":\"2026-01-01T00:00:00Z\",\"lasts\":\"PT1H\","
			+ "\"id\":\"123e4567-e89b-12d3-a456-426614174000\",\"home\":\"http://localhost/\",\"sold\":true,"
			+ "\"weight\":1.5,\"price\":9.99,\"parts\":[{\"number\":1,\"name\":\"a\",\"parts\":[{\"number\":2}]}],"
			+ "\"stock\":{\"north\":1,\"south/west~\":2},\"kinds\":[\"NEW\",\"USED\"],\"image\":\"AQID\","
			+ "\"main\":{\"number\":3}}";

	/** All that the sample takes, and what was put beside it. */
	static final List<Operation> ALL = List.of(
			post("/orders", JSON,
					"{\"customer\":\"" + Canaries.OF_THE_CALLER + "\",\"email\":\"a@example.com\",\"lines\":"
							+ "[{\"sku\":\"A\",\"quantity\":1,\"price\":1}]}"),
			get("/orders"), get("/orders/1"),
			post("/payments", JSON,
					"{\"orderId\":1,\"amount\":12.5,\"cardNumber\":\"" + Canaries.OF_THE_CALLER
							+ "\",\"expiry\":\"12/30\"}"),
			get("/payments"), get("/payments/1/status"), post("/ledger/exports", "", ""),
			post("/shop/articles", JSON, ARTICLE), new Operation("PUT", "/shop/articles/1", JSON, ARTICLE),
			post("/shop/bulk", JSON, "[" + ARTICLE + "," + ARTICLE + "]"), post("/shop/anything", JSON, ARTICLE),
			get("/shop/search?size=1&kind=NEW&due=2026-12-24&ids=1,2&all=true"),
			get("/shop/orders?page=0&size=10&sort=customer,desc&sort=id"),
			post("/shop/form", "application/x-www-form-urlencoded",
					"name=" + Canaries.OF_THE_CALLER + "&count=1&kind=USED&due=2026-12-24&ids=1&ids=2"
							+ "&address.street=a&address.number=1"),
			post("/shop/files", "multipart/form-data; boundary=x", PART), get("/actuator/mainstay"),
			get("/actuator/health"));

	private static Operation get(String target) {
		return new Operation("GET", target, "", "");
	}

	private static Operation post(String target, String type, String body) {
		return new Operation("POST", target, type, body);
	}

}
