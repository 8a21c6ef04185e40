package dev.mainstay.resilience.http.jdk;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.mainstay.resilience.http.internal.Patience;
import dev.mainstay.resilience.http.internal.Transmission;

/**
 * The client of the application, with a limit for the head of the response and one for an
 * idle body. {@link HttpRequest.Builder#timeout} is not used: it begins when the request
 * begins to be sent, and would cut a long upload.
 */
final class TimeLimitedHttpClient extends DelegatingHttpClient {

	private final Duration responseTimeout;

	private final Duration idleTimeout;

	TimeLimitedHttpClient(HttpClient client, Duration responseTimeout, Duration idleTimeout) {
		super(client);
		this.responseTimeout = responseTimeout;
		this.idleTimeout = idleTimeout;
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
		PendingResponse<T> response = new PendingResponse<>(this.responseTimeout);
		Transmission transmission = Transmission.current();
		if (transmission != null) {
			transmission.abortBy(response::giveUp);
		}
		Patience patience = response.patience();
		patience.waiting();
		try {
			response.follow(delegate().sendAsync(watch(request, patience), (info) -> {
				patience.over();
				return WatchedResponseBody.of(handler.apply(info), this.idleTimeout, transmission);
			}));
		}
		catch (RuntimeException ex) {
			patience.over();
			throw ex;
		}
		return response;
	}

	private static HttpRequest watch(HttpRequest request, Patience patience) {
		return withBody(request, (body) -> new WatchedRequestBody(TransmittedBody.watch(body), patience));
	}

}
