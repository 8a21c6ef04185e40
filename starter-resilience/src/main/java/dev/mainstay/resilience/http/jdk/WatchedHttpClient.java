package dev.mainstay.resilience.http.jdk;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;

/**
 * The client of an application that has limits of its own: it is watched, and no more.
 */
final class WatchedHttpClient extends DelegatingHttpClient {

	WatchedHttpClient(HttpClient client) {
		super(client);
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
		return delegate().sendAsync(withBody(request, TransmittedBody::watch), handler);
	}

}
