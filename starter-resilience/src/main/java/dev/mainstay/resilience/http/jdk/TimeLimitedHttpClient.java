package dev.mainstay.resilience.http.jdk;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The client of the application, with a limit for the head of the response and one for an
 * idle body on the way that Spring uses, {@link #sendAsync(HttpRequest, BodyHandler)}.
 * {@link HttpRequest.Builder#timeout} is not used: it begins when the request begins to
 * be sent, and would cut a long upload.
 */
final class TimeLimitedHttpClient extends HttpClient {

	private final HttpClient client;

	private final Duration responseTimeout;

	private final Duration idleTimeout;

	TimeLimitedHttpClient(HttpClient client, Duration responseTimeout, Duration idleTimeout) {
		this.client = client;
		this.responseTimeout = responseTimeout;
		this.idleTimeout = idleTimeout;
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
		PendingResponse<T> response = new PendingResponse<>(this.responseTimeout);
		Patience patience = response.patience();
		patience.waiting();
		try {
			response.follow(this.client.sendAsync(watch(request, patience), (info) -> {
				patience.over();
				return new WatchedResponseBody<>(handler.apply(info), this.idleTimeout);
			}));
		}
		catch (RuntimeException ex) {
			patience.over();
			throw ex;
		}
		return response;
	}

	private static HttpRequest watch(HttpRequest request, Patience patience) {
		return request.bodyPublisher()
			.map((body) -> HttpRequest.newBuilder(request, (name, value) -> true)
				.method(request.method(), new WatchedRequestBody(body, patience))
				.build())
			.orElse(request);
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler,
			PushPromiseHandler<T> pushPromiseHandler) {
		return this.client.sendAsync(request, handler, pushPromiseHandler);
	}

	@Override
	public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
			throws IOException, InterruptedException {
		return this.client.send(request, handler);
	}

	@Override
	public Optional<CookieHandler> cookieHandler() {
		return this.client.cookieHandler();
	}

	@Override
	public Optional<Duration> connectTimeout() {
		return this.client.connectTimeout();
	}

	@Override
	public Redirect followRedirects() {
		return this.client.followRedirects();
	}

	@Override
	public Optional<ProxySelector> proxy() {
		return this.client.proxy();
	}

	@Override
	public SSLContext sslContext() {
		return this.client.sslContext();
	}

	@Override
	public SSLParameters sslParameters() {
		return this.client.sslParameters();
	}

	@Override
	public Optional<Authenticator> authenticator() {
		return this.client.authenticator();
	}

	@Override
	public Version version() {
		return this.client.version();
	}

	@Override
	public Optional<Executor> executor() {
		return this.client.executor();
	}

	@Override
	public WebSocket.Builder newWebSocketBuilder() {
		return this.client.newWebSocketBuilder();
	}

}
