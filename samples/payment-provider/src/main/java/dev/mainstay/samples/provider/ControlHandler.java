package dev.mainstay.samples.provider;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * {@code POST /control?errors=30} sets a fault, {@code GET /control} returns the counts,
 * {@code DELETE /control} forgets both and lets go of what hangs.
 */
final class ControlHandler implements HttpHandler {

	private final FaultPlan plan;

	private final CallBook book;

	ControlHandler(FaultPlan plan, CallBook book) {
		this.plan = plan;
		this.book = book;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		switch (exchange.getRequestMethod()) {
			case "GET" -> Answers.send(exchange, 200, this.book.toJson());
			case "POST" -> {
				this.plan.set(Fault.of(query(exchange)));
				Answers.send(exchange, 200, "{}");
			}
			case "DELETE" -> {
				this.plan.reset();
				this.book.reset();
				Answers.send(exchange, 200, "{}");
			}
			default -> Answers.send(exchange, 405, "{}");
		}
	}

	private static Map<String, String> query(HttpExchange exchange) {
		String query = exchange.getRequestURI().getQuery();
		if (query == null) {
			return Map.of();
		}
		return Arrays.stream(query.split("&"))
			.map((pair) -> pair.split("=", 2))
			.collect(Collectors.toMap((pair) -> pair[0], (pair) -> pair[pair.length - 1]));
	}

}
