package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.Suppression;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A POST without a key is made once more only where it is certain that nothing of it was
 * sent: the clients follow redirects, and tell of the last hop only.
 */
@Timeout(60)
class NeverSentIntegrationTests {

	private final List<Enum<?>> events = new CopyOnWriteArrayList<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class))
		.withBean(RetryListener.class, RecordingListener::new)
		.withPropertyValues("mainstay.http-client.retry.base-delay=1ms", "mainstay.http-client.retry.max-delay=1ms",
				"mainstay.http-client.retry.budget.floor=100");

	@ParameterizedTest
	@CsvSource({ "jdk,307,x", "jdk,307,", "jdk,302,x", "jdk,303,", "http-components,307,x", "http-components,307,",
			"http-components,303,x", "reactor,307,x", "reactor,307,", "simple,307,x", "simple,307," })
	void aPostWhoseRedirectLeadsNowhereIsSentOnce(String factory, int status, @Nullable String body) {
		try (Dependency dependency = Dependency.answering(status, "Location: " + nowhere())) {
			post(factory, dependency.url(), body);
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "jdk,x", "jdk,", "http-components,x", "http-components,", "reactor,x", "simple,x" })
	void aPostThatWasNeverSentIsTriedAgain(String factory, @Nullable String body) {
		post(factory, nowhere(), body);
		assertThat(this.events).containsExactly(FailureKind.NEVER_SENT, FailureKind.NEVER_SENT, Suppression.ATTEMPTS);
	}

	@ParameterizedTest
	@CsvSource({ "jdk,x", "jdk,", "http-components,x" })
	void itMakesNoDifferenceWhoSetTheReadTimeout(String factory, @Nullable String body) {
		ApplicationContextRunner own = this.contextRunner.withPropertyValues("spring.http.clients.read-timeout=20s");
		post(own, factory, nowhere(), body);
		assertThat(this.events).hasSize(3);
		try (Dependency dependency = Dependency.answering(307, "Location: " + nowhere())) {
			post(own, factory, dependency.url(), body);
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "simple" })
	void whereItIsNotKnownAPostWithoutABodyIsNotTriedAgain(String factory) {
		post(factory, nowhere(), null);
		assertThat(this.events).containsExactly(Suppression.METHOD);
	}

	@Test
	void aGetWhoseRedirectLeadsNowhereIsTriedAgain() {
		try (Dependency dependency = Dependency.answering(307, "Location: " + nowhere())) {
			this.contextRunner.run((context) -> assertThatExceptionOfType(RestClientException.class)
				.isThrownBy(() -> context.getBean(RestClient.Builder.class)
					.build()
					.get()
					.uri(dependency.url())
					.retrieve()
					.toBodilessEntity()));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	private void post(String factory, String url, @Nullable String body) {
		post(this.contextRunner, factory, url, body);
	}

	private static void post(ApplicationContextRunner runner, String factory, String url, @Nullable String body) {
		runner.withPropertyValues("spring.http.clients.imperative.factory=" + factory).run((context) -> {
			RestClient.RequestBodySpec request = context.getBean(RestClient.Builder.class).build().post().uri(url);
			if (body != null) {
				request.body(body);
			}
			try {
				request.retrieve().toBodilessEntity();
			}
			catch (RestClientException ex) {
				// What matters is what the dependency got
			}
		});
	}

	/** An address at which nobody listens. */
	private static String nowhere() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return "http://127.0.0.1:" + socket.getLocalPort() + "/";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private final class RecordingListener implements RetryListener {

		@Override
		public void onRetry(String client, FailureKind kind) {
			NeverSentIntegrationTests.this.events.add(kind);
		}

		@Override
		public void onSuppressed(String client, Suppression reason) {
			NeverSentIntegrationTests.this.events.add(reason);
		}

	}

}
