package dev.mainstay.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * A plain client on loopback that follows no redirects. Each request has a connection of
 * its own: Reactor Netty 1.3.7 may never read the next one of a connection
 * (reactor/reactor-netty#4361).
 */
public final class Http {

	private Http() {
	}

	public static HttpResponse<String> get(int port, String path, String... headers) {
		return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)), headers);
	}

	public static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
		try {
			for (int i = 0; i < headers.length; i += 2) {
				request.header(headers[i], headers[i + 1]);
			}
			return HttpClient.newHttpClient()
				.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public static String basic(String name, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

}
