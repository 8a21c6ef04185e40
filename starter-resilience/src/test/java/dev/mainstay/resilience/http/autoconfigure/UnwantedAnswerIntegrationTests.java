package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The body of an answer that is not handed to anybody costs neither time nor, if it is
 * small, its connection.
 */
@Timeout(60)
class UnwantedAnswerIntegrationTests {

	private static final byte[] HEAD_OF_A_ZIP = { 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0 };

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class))
		.withPropertyValues("mainstay.http-client.response-timeout=20s", "mainstay.http-client.idle-timeout=20s",
				"mainstay.http-client.retry.base-delay=1ms", "mainstay.http-client.retry.max-delay=1ms",
				"mainstay.http-client.retry.budget.floor=100");

	@ParameterizedTest
	@CsvSource({ "jdk,Content-Length: 100", "simple,Content-Length: 100", "http-components,Content-Length: 100",
			"reactor,Content-Length: 100", "jdk,Transfer-Encoding: chunked", "simple,Transfer-Encoding: chunked",
			"http-components,Transfer-Encoding: chunked", "reactor,Transfer-Encoding: chunked",
			"http-components,Content-Encoding: gzip", "simple,Content-Encoding: gzip" })
	void aBodyThatHangsIsNotWaitedFor(String factory, String header) {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			socket.getOutputStream().write(("HTTP/1.1 503 Status\r\n" + header + "\r\n\r\n").getBytes());
			socket.getInputStream().read();
		})) {
			assertThat(elapsed(factory, dependency, 503)).isLessThan(Duration.ofSeconds(10));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@ParameterizedTest
	@CsvSource({ "jdk,", "jdk,Content-Length: 100", "simple,", "http-components,",
			"http-components,Content-Length: 100" })
	void aZipThatHangsIsNotWaitedFor(String factory, @Nullable String length) {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			String head = "HTTP/1.1 503 Status\r\nContent-Encoding: gzip\r\n"
					+ ((length != null) ? length + "\r\n" : "") + "\r\n";
			socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
			socket.getOutputStream().write(HEAD_OF_A_ZIP);
			socket.getInputStream().read();
		})) {
			assertThat(elapsed(factory, dependency, 503)).isLessThan(Duration.ofSeconds(10));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple", "http-components", "reactor" })
	void aBodyThatDripsIsNotWaitedFor(String factory) {
		try (Dependency dependency = Dependency
			.answering((number, socket) -> drip(socket, (number < 3) ? 503 : 200, (number < 3) ? 1000 : 1))) {
			assertThat(elapsed(factory, dependency, 200)).isLessThan(Duration.ofSeconds(10));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple", "http-components" })
	void aSmallBodyThatIsThereLeavesTheConnectionForTheNextAttempt(String factory) {
		Set<Socket> connections = ConcurrentHashMap.newKeySet();
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			connections.add(socket);
			Dependency.answer(socket, (number < 3) ? 503 : 200, "no");
		})) {
			this.contextRunner
				.withPropertyValues("spring.http.clients.imperative.factory=" + factory,
						"mainstay.http-client.retry.base-delay=200ms", "mainstay.http-client.retry.max-delay=200ms")
				.run((context) -> assertThat(get(context.getBean(RestClient.Builder.class), dependency))
					.isEqualTo(200));
			assertThat(connections).hasSize(1);
		}
	}

	private Duration elapsed(String factory, Dependency dependency, int status) {
		long[] nanos = new long[1];
		this.contextRunner.withPropertyValues("spring.http.clients.imperative.factory=" + factory).run((context) -> {
			RestClient.Builder builder = context.getBean(RestClient.Builder.class);
			long start = System.nanoTime();
			assertThat(get(builder, dependency)).isEqualTo(status);
			nanos[0] = System.nanoTime() - start;
		});
		return Duration.ofNanos(nanos[0]);
	}

	/** Without touching the body, which would be the caller's to wait for. */
	private static int get(RestClient.Builder builder, Dependency dependency) {
		return builder.build()
			.get()
			.uri(dependency.url())
			.exchange((request, response) -> response.getStatusCode().value(), false);
	}

	private static void drip(Socket socket, int status, int length) throws IOException {
		socket.getOutputStream()
			.write(("HTTP/1.1 " + status + " Status\r\nContent-Length: " + length + "\r\n\r\n")
				.getBytes(StandardCharsets.ISO_8859_1));
		for (int i = 0; i < length; i++) {
			socket.getOutputStream().write('x');
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
		}
	}

}
