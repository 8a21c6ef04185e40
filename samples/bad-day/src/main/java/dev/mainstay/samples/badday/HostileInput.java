package dev.mainstay.samples.badday;

import java.util.List;

/**
 * Input as it comes from the internet.
 */
final class HostileInput implements Scene {

	/**
	 * What a log line would begin with if a customer's name could end the line before.
	 */
	static final String FORGED_LINE = "2026-01-01T00:00:00.000Z  INFO 1 --- [orders] [main] audit : admin logged in";

	private static final List<String> HOSTILE_IDS = List.of("${jndi:ldap://127.0.0.1:1/a}", "x".repeat(300),
			"\"},{\"level\":\"ERROR", "<script>alert(1)</script>");

	@Override
	public String title() {
		return "malformed and hostile input";
	}

	@Override
	public void play(Day day) {
		sendInvalidOrders(day);
		sendBadRequests(day);
		sendHostileIds(day);
		day.client().send(day.order("Mallory\\n" + FORGED_LINE));
	}

	private void sendInvalidOrders(Day day) {
		List<Call> invalid = List.of(order("", "a@example.org", "2", "4.50"), order("Eve", "nowhere", "2", "4.50"),
				order("Eve", "e@example.org", "0", "4.50"), order("Eve", "e@example.org", "-2", "4.50"),
				order("Eve", "e@example.org", "2", "-4.50"), order("E".repeat(101), "e@example.org", "2", "4.50"),
				Call.post("/orders", "{\"customer\":\"Eve\",\"email\":\"e@example.org\",\"lines\":[]}"));
		int before = day.orders();
		long refused = invalid.stream()
			.map(day.client()::send)
			.filter((answer) -> answer.status() == 400 && answer.isProblem())
			.count();
		// Whatever it was answered, an order that was kept was not refused.
		long notRefused = Math.max(invalid.size() - refused, day.orders() - before);
		day.score().put(Row.INVALID_ORDERS, Count.of(notRefused, invalid.size()));
	}

	private void sendBadRequests(Day day) {
		List<Call> bad = List.of(Call.post("/orders", "{\"customer\":\"Eve\",\"email\":\"e@example.org\"}"),
				Call.post("/orders", "{\"customer\":\"Eve\",\"email\":\"e@example.org\",\"lines\":null}"),
				Call.post("/orders", "{\"customer\":"), Call.post("/orders", "null"), Call.post("/orders", "[]"),
				order("Eve", "e@example.org", "\"many\"", "4.50"), Call.post("/orders", ""),
				Call.post("/orders", "customer=Eve").header("Content-Type", "text/plain"),
				Call.post("/payments", "{\"orderId\":1}"), Call.post("/payments", "{\"orderId\":\"one\"}"),
				Call.get("/orders/one"), Call.get("/orders/999999"), Call.get("/admin.php"),
				Call.get("/orders").method("DELETE"), Call.get("/orders/1").header("Accept", "application/xml"));
		long notRefused = bad.stream().map(day.client()::send).filter((answer) -> !answer.refused()).count();
		day.score().put(Row.BAD_INPUT, Count.of(notRefused, bad.size()));
	}

	private void sendHostileIds(Day day) {
		long safe = HOSTILE_IDS.stream()
			.map((id) -> day.client().send(Call.get("/orders/1").header("X-Request-Id", id)))
			.filter((answer) -> answer.header("X-Request-Id").matches("[A-Za-z0-9._-]{1,64}"))
			.count();
		day.score().put(Row.HOSTILE_IDS, Count.of(safe, HOSTILE_IDS.size()));
	}

	private static Call order(String customer, String email, String quantity, String price) {
		return Call.post("/orders", """
				{"customer":"%s","email":"%s","lines":[{"sku":"tea","quantity":%s,"price":%s}]}""".formatted(customer,
				email, quantity, price));
	}

}
