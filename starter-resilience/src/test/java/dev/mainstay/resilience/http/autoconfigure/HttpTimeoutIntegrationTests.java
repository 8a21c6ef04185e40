package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class HttpTimeoutIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=jdk", "mainstay.http-client.retry.base-delay=1ms",
				"mainstay.http-client.retry.max-delay=1ms", "mainstay.http-client.retry.budget.floor=100");

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple", "http-components", "reactor" })
	void anAnswerThatNeverComesEndsInTime(String factory) {
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket))) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.response-timeout=200ms",
						"mainstay.http-client.retry.max-retries=0", "spring.http.clients.imperative.factory=" + factory)
				.run((context) -> assertThatExceptionOfType(RestClientException.class).isThrownBy(
						() -> call(context.getBean(RestClient.Builder.class).build(), "GET", dependency.url())));
			assertThat(Thread.currentThread().isInterrupted()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple", "http-components", "reactor" })
	void aBodyThatFallsSilentEndsInTime(String factory) {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			drip(socket, 1, 0, 10);
			hang(socket);
		})) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.response-timeout=300ms",
						"mainstay.http-client.idle-timeout=300ms", "spring.http.clients.imperative.factory=" + factory)
				.run((context) -> assertThatExceptionOfType(RuntimeException.class)
					.isThrownBy(() -> context.getBean(RestClient.Builder.class)
						.build()
						.get()
						.uri(dependency.url())
						.retrieve()
						.body(String.class)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple", "http-components", "reactor" })
	void aBodyThatKeepsComingMayTakeLongerThanAnyTimeout(String factory) {
		try (Dependency dependency = Dependency.answering((number, socket) -> drip(socket, 12, 150, 12))) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.response-timeout=1s", "mainstay.http-client.idle-timeout=1s",
						"spring.http.clients.imperative.factory=" + factory)
				.run((context) -> assertThat(context.getBean(RestClient.Builder.class)
					.build()
					.get()
					.uri(dependency.url())
					.retrieve()
					.body(String.class)).isEqualTo("x".repeat(12)));
		}
	}

	@Test
	void aReaderThatIsSlowIsNotTakenForASilentBody() {
		try (Dependency dependency = Dependency
			.answering((number, socket) -> Dependency.answer(socket, 200, "x".repeat(100_000)))) {
			this.contextRunner.withPropertyValues("mainstay.http-client.idle-timeout=500ms").run((context) -> {
				int read = context.getBean(RestClient.Builder.class)
					.build()
					.get()
					.uri(dependency.url())
					.exchange((request, response) -> readSlowly(response.getBody()));
				assertThat(read).isEqualTo(100_000);
			});
		}
	}

	@Test
	void aReadTimeoutOfTheApplicationWins() {
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket))) {
			this.contextRunner
				.withPropertyValues("spring.http.clients.read-timeout=200ms",
						"mainstay.http-client.retry.enabled=false")
				.run((context) -> assertThatExceptionOfType(RestClientException.class).isThrownBy(
						() -> call(context.getBean(RestClient.Builder.class).build(), "GET", dependency.url())));
		}
	}

	private static int call(RestClient client, String method, String url) {
		return client.method(HttpMethod.valueOf(method))
			.uri(url)
			.exchange((request, response) -> response.getStatusCode().value());
	}

	private static int readSlowly(InputStream body) throws IOException {
		int first = body.readNBytes(10).length;
		LockSupport.parkNanos(Duration.ofMillis(1200).toNanos());
		return first + body.readAllBytes().length;
	}

	/** Returns when the client has closed the connection. */
	private static void hang(Socket socket) throws IOException {
		socket.getInputStream().read();
	}

	private static void drip(Socket socket, int count, int pauseMillis, int length) throws IOException {
		socket.getOutputStream()
			.write(("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
		for (int i = 0; i < count; i++) {
			LockSupport.parkNanos(Duration.ofMillis(pauseMillis).toNanos());
			socket.getOutputStream().write('x');
			socket.getOutputStream().flush();
		}
	}

}
