package dev.mainstay.resilience.idempotency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A caller who sends keys, over real HTTP. Each request has a connection of its own:
 * Reactor Netty 1.3.7 may never read the next one of a connection
 * (reactor/reactor-netty#4361).
 */
public final class KeyedClient {

	private final int port;

	public KeyedClient(int port) {
		this.port = port;
	}

	private static HttpClient client() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
	}

	public static String freshKey() {
		return "\"" + UUID.randomUUID() + "\"";
	}

	public HttpRequest.Builder to(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.timeout(Duration.ofSeconds(30));
	}

	public HttpRequest.Builder post(String path, String key, String body) {
		return to(path).header("Content-Type", "application/json")
			.header(IdempotencyHeaders.KEY, key)
			.POST(HttpRequest.BodyPublishers.ofString(body));
	}

	public Answer send(HttpRequest.Builder request) {
		try {
			return new Answer(client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public CompletableFuture<Answer> sendAsync(HttpRequest.Builder request) {
		return client().sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray()).thenApply(Answer::new);
	}

	public Answer send(String path, String key, String body) {
		return send(post(path, key, body));
	}

	public record Answer(HttpResponse<byte[]> response) {

		public int status() {
			return this.response.statusCode();
		}

		public byte[] bytes() {
			return this.response.body();
		}

		public String text() {
			return new String(this.response.body(), StandardCharsets.UTF_8);
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		public String keyStatus() {
			return header(IdempotencyHeaders.STATUS);
		}

		public boolean isReplay() {
			return "true".equals(header(IdempotencyHeaders.REPLAYED)) && "replayed".equals(keyStatus());
		}

		@Override
		public String toString() {
			return status() + " " + this.response.headers().map() + " " + text();
		}

	}

}
