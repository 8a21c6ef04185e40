package dev.mainstay.resilience.http.jdk;

import java.lang.reflect.Field;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.mainstay.resilience.http.internal.Transmission;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.util.ReflectionUtils;

/**
 * A {@link JdkClientHttpConnector} whose attempts can be watched and given up, which it
 * does not do itself once the head of the answer is there. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JdkConnector {

	/**
	 * What a connector knows and does not tell.
	 */
	static final String[] FIELDS = { "httpClient", "bufferFactory", "readTimeout", "cookieParser" };

	private final HttpClient client;

	private final DataBufferFactory bufferFactory;

	private final @Nullable Duration readTimeout;

	private final ResponseCookie.@Nullable Parser cookieParser;

	private JdkConnector(JdkClientHttpConnector connector, HttpClient client, DataBufferFactory bufferFactory) {
		this.client = new WatchedHttpClient(client);
		this.bufferFactory = bufferFactory;
		this.readTimeout = read(connector, "readTimeout", Duration.class);
		this.cookieParser = read(connector, "cookieParser", ResponseCookie.Parser.class);
	}

	/**
	 * Take over a connector. Called when a client is built.
	 * @param connector the connector
	 * @return the same with attempts that can be watched, {@code null} if it is none of
	 * the JDK's, or one of a version of Spring that is not known
	 */
	public static @Nullable JdkConnector of(ClientHttpConnector connector) {
		if (connector.getClass() != JdkClientHttpConnector.class) {
			return null;
		}
		JdkClientHttpConnector jdk = (JdkClientHttpConnector) connector;
		HttpClient client = read(jdk, "httpClient", HttpClient.class);
		DataBufferFactory bufferFactory = read(jdk, "bufferFactory", DataBufferFactory.class);
		return (client != null && bufferFactory != null) ? new JdkConnector(jdk, client, bufferFactory) : null;
	}

	/**
	 * The connector for one attempt.
	 * @param transmission knows what becomes of it
	 * @return the connector
	 */
	public ClientHttpConnector watchedBy(Transmission transmission) {
		JdkClientHttpConnector connector = new JdkClientHttpConnector(new AttemptClient(this.client, transmission));
		connector.setBufferFactory(this.bufferFactory);
		if (this.readTimeout != null) {
			connector.setReadTimeout(this.readTimeout);
		}
		if (this.cookieParser != null) {
			connector.setCookieParser(this.cookieParser);
		}
		return connector;
	}

	private static <T> @Nullable T read(JdkClientHttpConnector connector, String name, Class<T> type) {
		Field field = field(name);
		return (field != null) ? type.cast(ReflectionUtils.getField(field, connector)) : null;
	}

	static @Nullable Field field(String name) {
		Field field = ReflectionUtils.findField(JdkClientHttpConnector.class, name);
		if (field != null) {
			ReflectionUtils.makeAccessible(field);
		}
		return field;
	}

	private static final class AttemptClient extends DelegatingHttpClient {

		private final Transmission transmission;

		AttemptClient(HttpClient client, Transmission transmission) {
			super(client);
			this.transmission = transmission;
		}

		@Override
		public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
			return new Cancellable<>(this.transmission.within(() -> delegate().sendAsync(request, handler)));
		}

	}

	/**
	 * A response that is cancelled in so many words: for Reactor the exception that the
	 * client has for it is an error that got lost.
	 */
	private static final class Cancellable<T> extends CompletableFuture<HttpResponse<T>> {

		private final CompletableFuture<HttpResponse<T>> exchange;

		Cancellable(CompletableFuture<HttpResponse<T>> exchange) {
			this.exchange = exchange;
			exchange.whenComplete(this::ended);
		}

		private void ended(@Nullable HttpResponse<T> response, @Nullable Throwable failure) {
			Throwable cause = (failure instanceof CompletionException) ? failure.getCause() : failure;
			if (cause instanceof CancellationException) {
				super.cancel(true);
			}
			else if (cause != null) {
				completeExceptionally(cause);
			}
			else {
				complete(response);
			}
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			boolean cancelled = super.cancel(mayInterruptIfRunning);
			this.exchange.cancel(mayInterruptIfRunning);
			return cancelled;
		}

	}

}
