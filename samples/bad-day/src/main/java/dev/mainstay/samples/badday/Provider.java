package dev.mainstay.samples.badday;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * The payment provider, told how to behave and asked what it was asked.
 */
final class Provider {

	private static final Pattern STARTED = Pattern.compile("Payment provider on (\\S+)");

	private final HttpClient http = HttpClient.newHttpClient();

	private final JavaProcess process;

	private final String url;

	private int calls;

	private int traced;

	/**
	 * Waits until the process of the provider takes calls.
	 */
	Provider(JavaProcess process) {
		this.process = process;
		this.url = process.awaitOutput(STARTED);
	}

	Process process() {
		return this.process.process();
	}

	String url() {
		return this.url;
	}

	/**
	 * Makes the provider misbehave from now on, for instance
	 * {@code errors=30&status=503}.
	 */
	void misbehave(String fault) {
		control("POST", "?" + fault);
	}

	void recover() {
		control("POST", "");
	}

	int charges(String reference) {
		return counts().path("charges").path(reference).asInt(0);
	}

	int reads() {
		return counts().path("calls")
			.properties()
			.stream()
			.filter((call) -> call.getKey().startsWith("GET "))
			.mapToInt((call) -> call.getValue().asInt())
			.sum();
	}

	int early() {
		return counts().path("early").asInt();
	}

	/**
	 * Forgets the faults and the counts and lets go of what hangs. What was counted so
	 * far stays in the totals.
	 */
	void reset() {
		JsonNode counts = counts();
		counts.path("calls").forEach((count) -> this.calls += count.asInt());
		this.traced += counts.path("traced").asInt();
		control("DELETE", "");
	}

	/**
	 * Counts the calls that carried a trace, of all until the last reset.
	 */
	Count traced() {
		return Count.of(this.traced, this.calls);
	}

	private JsonNode counts() {
		return Json.read(control("GET", ""));
	}

	private String control(String method, String query) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + "/control" + query))
				.method(method, BodyPublishers.noBody())
				.build();
			return this.http.send(request, BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The payment provider does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while talking to the payment provider", ex);
		}
	}

}
