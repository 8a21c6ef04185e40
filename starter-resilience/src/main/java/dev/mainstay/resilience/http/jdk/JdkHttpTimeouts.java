package dev.mainstay.resilience.http.jdk;

import java.lang.reflect.Field;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Limits for a {@link JdkClientHttpRequestFactory} that has none: for the head of the
 * response, and for the time between two pieces of its body. The factory's own read
 * timeout cannot be that, it limits the whole body. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JdkHttpTimeouts {

	/**
	 * What a factory knows and does not tell: there is no other way to give the client
	 * that an application has configured to another factory.
	 */
	static final String[] FIELDS = { "httpClient", "executor", "readTimeout", "compression" };

	private static final Logger logger = LoggerFactory.getLogger(JdkHttpTimeouts.class);

	private JdkHttpTimeouts() {
	}

	/**
	 * Limit a factory. Called when a client is built.
	 * @param factory the factory
	 * @param responseTimeout how long the head of the response may take once the request
	 * is sent
	 * @param idleTimeout how long the body may pause while it is being read
	 * @return a factory with these limits, or with its own if it has a read timeout; the
	 * given one if it is no plain {@link JdkClientHttpRequestFactory}
	 */
	public static ClientHttpRequestFactory limit(ClientHttpRequestFactory factory, Duration responseTimeout,
			Duration idleTimeout) {
		if (factory.getClass() != JdkClientHttpRequestFactory.class) {
			return factory;
		}
		try {
			return limit((JdkClientHttpRequestFactory) factory, responseTimeout, idleTimeout);
		}
		catch (RuntimeException ex) {
			logger.warn("The JDK's HTTP client stays without a response timeout: this version of Spring is not known",
					ex);
			return factory;
		}
	}

	private static ClientHttpRequestFactory limit(JdkClientHttpRequestFactory factory, Duration responseTimeout,
			Duration idleTimeout) {
		HttpClient client = read(factory, "httpClient", HttpClient.class);
		Executor executor = read(factory, "executor", Executor.class);
		Boolean compression = read(factory, "compression", Boolean.class);
		Duration readTimeout = read(factory, "readTimeout", Duration.class);
		if (client == null || executor == null || compression == null) {
			return factory;
		}
		JdkClientHttpRequestFactory watched = new JdkClientHttpRequestFactory((readTimeout != null)
				? new WatchedHttpClient(client) : new TimeLimitedHttpClient(client, responseTimeout, idleTimeout),
				executor);
		if (readTimeout != null) {
			watched.setReadTimeout(readTimeout);
		}
		watched.enableCompression(compression);
		return watched;
	}

	private static <T> @Nullable T read(JdkClientHttpRequestFactory factory, String name, Class<T> type) {
		return type.cast(ReflectionUtils.getField(field(name), factory));
	}

	static Field field(String name) {
		Field field = ReflectionUtils.findField(JdkClientHttpRequestFactory.class, name);
		if (field == null) {
			throw new IllegalStateException("JdkClientHttpRequestFactory has no field '" + name + "'");
		}
		ReflectionUtils.makeAccessible(field);
		return field;
	}

}
