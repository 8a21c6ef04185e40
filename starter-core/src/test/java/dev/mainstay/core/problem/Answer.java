package dev.mainstay.core.problem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as it came over the wire. Each request has a connection of its own: Reactor
 * Netty 1.3.7 may never read the next one of a connection (reactor/reactor-netty#4361).
 */
public record Answer(HttpResponse<String> response) {

	public static Answer get(String uri, String... headers) {
		return to(HttpRequest.newBuilder(URI.create(uri)), headers);
	}

	public static Answer post(String uri, String body, String... headers) {
		return to(HttpRequest.newBuilder(URI.create(uri)).POST(HttpRequest.BodyPublishers.ofString(body)), headers);
	}

	public static Answer to(HttpRequest.Builder request, String... headers) {
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			return sent(request.timeout(Duration.ofSeconds(30)).build());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A server that refuses a body that is still under way, and closes, may lose its
	 * answer (RFC 9112, 9.6): that is tried once more, and no more than that.
	 */
	private static Answer sent(HttpRequest request) throws IOException, InterruptedException {
		try {
			return once(request);
		}
		catch (IOException ex) {
			if (request.bodyPublisher().isEmpty()) {
				throw ex;
			}
			return once(request);
		}
	}

	private static Answer once(HttpRequest request) throws IOException, InterruptedException {
		return new Answer(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()));
	}

	public int status() {
		return this.response.statusCode();
	}

	public String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	public String type() {
		return header("Content-Type");
	}

	public String body() {
		return this.response.body();
	}

	public JsonNode json() {
		return JsonMapper.shared().readTree(body());
	}

	/** Everything that a caller can read. */
	public String all() {
		return this.response.headers().map() + body();
	}

}
