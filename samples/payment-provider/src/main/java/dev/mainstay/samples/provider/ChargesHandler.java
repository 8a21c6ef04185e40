package dev.mainstay.samples.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * {@code POST /charges} makes a charge, {@code GET /charges/{id}} tells how it is doing.
 */
final class ChargesHandler implements HttpHandler {

	private static final Pattern REFERENCE = Pattern.compile("\"reference\"\\s*:\\s*\"([A-Za-z0-9-]+)\"");

	private final FaultPlan plan;

	private final CallBook book;

	ChargesHandler(FaultPlan plan, CallBook book) {
		this.plan = plan;
		this.book = book;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		boolean traced = exchange.getRequestHeaders().containsKey("traceparent");
		this.book.called(exchange.getRequestMethod(), path, traced);
		Fault fault = this.plan.next();
		try {
			if (fault.hang()) {
				this.plan.hang();
			}
			if (fault.hang() || fault.drop()) {
				exchange.close();
			}
			else if (this.plan.fails(fault)) {
				fail(exchange, path, fault);
			}
			else {
				serve(exchange, path, fault);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			exchange.close();
		}
	}

	private void fail(HttpExchange exchange, String path, Fault fault) throws IOException {
		if (fault.retryAfter() > 0) {
			exchange.getResponseHeaders().set("Retry-After", String.valueOf(fault.retryAfter()));
			this.book.askedToWait(path, fault.retryAfter());
		}
		Answers.send(exchange, fault.status(), "{\"error\":\"unavailable\"}");
	}

	private void serve(HttpExchange exchange, String path, Fault fault) throws IOException, InterruptedException {
		String answer = answer(exchange, path);
		Thread.sleep(fault.delay());
		Answers.send(exchange, 200, answer);
	}

	private String answer(HttpExchange exchange, String path) throws IOException {
		if (!exchange.getRequestMethod().equals("POST")) {
			return charge(path.substring(path.lastIndexOf('/') + 1), "settled");
		}
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Matcher reference = REFERENCE.matcher(body);
		return charge(this.book.charged(reference.find() ? reference.group(1) : "unknown"), "accepted");
	}

	private static String charge(String id, String status) {
		String reference = id.contains("-") ? id.substring(0, id.lastIndexOf('-')) : id;
		return "{\"id\":\"" + id + "\",\"reference\":\"" + reference + "\",\"status\":\"" + status + "\"}";
	}

}
