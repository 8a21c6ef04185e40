package dev.mainstay.resilience.http.jdk;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import dev.mainstay.resilience.http.internal.Transmission;
import org.jspecify.annotations.Nullable;

/**
 * The client of an application that has limits of its own: it is watched, and no more.
 */
final class WatchedHttpClient extends DelegatingHttpClient {

	WatchedHttpClient(HttpClient client) {
		super(client);
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
		Transmission transmission = Transmission.current();
		HttpRequest watched = withBody(request, TransmittedBody::watch);
		if (transmission == null) {
			return delegate().sendAsync(watched, handler);
		}
		AtomicReference<Future<?>> sent = new AtomicReference<>();
		transmission.abortBy(() -> cancel(sent.get()));
		CompletableFuture<HttpResponse<T>> response = delegate().sendAsync(watched,
				(info) -> WatchedResponseBody.of(handler.apply(info), null, transmission));
		sent.set(response);
		if (transmission.isAborted()) {
			response.cancel(true);
		}
		return response;
	}

	private static void cancel(@Nullable Future<?> response) {
		if (response != null) {
			response.cancel(true);
		}
	}

}
