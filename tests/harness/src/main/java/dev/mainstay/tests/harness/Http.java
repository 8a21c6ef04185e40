package dev.mainstay.tests.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Talks to an application on this machine. Follows no redirects and keeps no cookies.
 * Each request has a connection of its own: Reactor Netty 1.3.7, which Spring Boot 4.1.1
 * manages, may never read the next one of a connection if an answer was written by
 * another thread than the connection's, as those of all actuator endpoints are
 * (reactor/reactor-netty#4361).
 */
public final class Http {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final String base;

	/**
	 * Talk to an application.
	 * @param port the port on which it listens
	 */
	public Http(int port) {
		this.base = "http://127.0.0.1:" + port;
	}

	/**
	 * Where the pages of the application come from.
	 * @return the origin, as a browser sends it
	 */
	public String origin() {
		return this.base;
	}

	/**
	 * Send a GET.
	 * @param path the path with the query
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> get(String path, String... headers) {
		return send(HttpRequest.newBuilder().GET(), path, headers);
	}

	/**
	 * Send a POST with a JSON body.
	 * @param path the path with the query
	 * @param json the body
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> post(String path, String json, String... headers) {
		return send(
				HttpRequest.newBuilder().header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)),
				path, headers);
	}

	/**
	 * Send a request with any method.
	 * @param method the method
	 * @param path the path with the query
	 * @param body the body, may be empty
	 * @param headers names and values in turn
	 * @return the answer
	 */
	public HttpResponse<String> exchange(String method, String path, String body, String... headers) {
		HttpRequest.BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
		return send(HttpRequest.newBuilder().method(method, publisher), path, headers);
	}

	private static HttpClient client() {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers) {
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			return client().send(request.uri(URI.create(this.base + path)).timeout(TIMEOUT).build(),
					BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException("No answer from " + this.base + path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
