package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.http.RejectedRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What has a time to be over in is over then, with every client, wherever it hangs.
 */
class CallDeadlineIntegrationTests {

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "jetty", "reactor" })
	void anAnswerThatNeverComesEndsAtTheDeadlineAndItsSocketIsClosed(String factory) throws InterruptedException {
		CountDownLatch closed = new CountDownLatch(1);
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			try {
				socket.getInputStream().read();
			}
			finally {
				closed.countDown();
			}
		})) {
			run(factory, "mainstay.http-client.total-timeout=2s", (client) -> endsInTime(client, dependency, 2000));
			assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "jetty", "reactor" })
	void aHeadThatComesByteByByteEndsAtTheDeadline(String factory) {
		try (Dependency dependency = Dependency
			.answering((number, socket) -> drip(socket, "", HEAD + "X-Long: " + "x".repeat(1000)))) {
			run(factory, "mainstay.http-client.total-timeout=300ms", (client) -> endsInTime(client, dependency, 300));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "jetty", "reactor" })
	void aBodyThatComesByteByByteEndsAtTheDeadline(String factory) {
		try (Dependency dependency = Dependency
			.answering((number, socket) -> drip(socket, HEAD + "\r\n", "x".repeat(100)))) {
			run(factory, "mainstay.http-client.total-timeout=300ms", (client) -> endsInTime(client, dependency, 300));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "jetty", "reactor" })
	void aStreamIsNeverCut(String factory) {
		try (Dependency dependency = Dependency.answering((number, socket) -> drip(socket,
				"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 12\r\n\r\n", "x".repeat(12)))) {
			run(factory, "mainstay.http-client.total-timeout=300ms",
					(client) -> assertThat(body(client, dependency)).isEqualTo("x".repeat(12)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "jetty", "reactor" })
	void aReadTimeoutOfTheApplicationDoesNotKeepItFromEnding(String factory) {
		try (Dependency dependency = Dependency
			.answering((number, socket) -> drip(socket, HEAD + "\r\n", "x".repeat(100)))) {
			this.contextRunner
				.withPropertyValues("spring.http.clients.imperative.factory=" + factory,
						"spring.http.clients.read-timeout=20s", "mainstay.http-client.total-timeout=300ms")
				.run((context) -> endsInTime(context.getBean(RestClient.Builder.class).build(), dependency, 300));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "http-components", "jetty", "reactor" })
	void anAttemptThatTakesTooLongIsMadeOnceMore(String factory) {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			if (number == 1) {
				socket.getInputStream().read();
			}
			else {
				Dependency.answer(socket, 200, "done");
			}
		})) {
			run(factory, "mainstay.http-client.attempt-timeout=300ms",
					(client) -> assertThat(body(client, dependency)).isEqualTo("done"));
			assertThat(dependency.requests()).hasSize(2);
		}
	}

	@Test
	void theDeadlineOfTheRequestCountsAndIsTold() {
		try (Dependency dependency = Dependency.answering((number, socket) -> socket.getInputStream().read())) {
			run("jdk", "mainstay.http-client.total-timeout=10s", (client) -> {
				try (Deadline.Scope scope = Deadline.after(Duration.ofMillis(400)).open()) {
					endsInTime(client, dependency, 400);
				}
			});
			String told = dependency.requests()
				.get(0)
				.lines()
				.filter((line) -> line.toLowerCase().startsWith("x-request-timeout-ms: "))
				.findFirst()
				.orElseThrow();
			assertThat(Integer.parseInt(told.substring(told.indexOf(' ') + 1))).isBetween(1, 400);
		}
	}

	@Test
	void nothingIsSentWhenItHasPassed() {
		try (Dependency dependency = Dependency.answering(200)) {
			run("jdk", "mainstay.http-client.total-timeout=10s", (client) -> {
				try (Deadline.Scope scope = Deadline.after(Duration.ZERO).open()) {
					assertThatExceptionOfType(ResourceAccessException.class).isThrownBy(() -> body(client, dependency))
						.withCauseInstanceOf(RejectedRequestException.class);
				}
			});
			assertThat(dependency.requests()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.http-client.deadline-header=", "mainstay.deadline.enabled=false" })
	void nothingIsToldWhereThatIsNotWanted(String property) {
		try (Dependency dependency = Dependency.answering(200)) {
			this.contextRunner
				.withPropertyValues("spring.http.clients.imperative.factory=jdk",
						"mainstay.http-client.total-timeout=10s", property)
				.run((context) -> body(context.getBean(RestClient.Builder.class).build(), dependency));
			assertThat(dependency.requests().get(0).toLowerCase()).doesNotContain("x-request");
		}
	}

	@Test
	void nothingIsToldWhereThereIsNoDeadline() {
		try (Dependency dependency = Dependency.answering(200)) {
			run("jdk", "mainstay.http-client.retry.enabled=true", (client) -> body(client, dependency));
			assertThat(dependency.requests().get(0).toLowerCase()).doesNotContain("x-request");
		}
	}

	private void run(String factory, String property, Calls calls) {
		this.contextRunner.withPropertyValues("spring.http.clients.imperative.factory=" + factory, property)
			.run((context) -> calls.make(context.getBean(RestClient.Builder.class).build()));
	}

	/** Far below what anything else would end it after. */
	private static void endsInTime(RestClient client, Dependency dependency, int millis) {
		long start = System.nanoTime();
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> body(client, dependency))
			.satisfies((ex) -> assertThat(causes(ex)).anyMatch(DeadlineExceededException.class::isInstance));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(millis - 50),
				Duration.ofMillis(millis + 4000));
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	private static List<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause).toList();
	}

	private static String body(RestClient client, Dependency dependency) {
		return client.get().uri(dependency.url()).retrieve().body(String.class);
	}

	private static void drip(Socket socket, String atOnce, String slowly) throws IOException {
		socket.getOutputStream().write(atOnce.getBytes(StandardCharsets.ISO_8859_1));
		for (char c : slowly.toCharArray()) {
			socket.getOutputStream().write(c);
			socket.getOutputStream().flush();
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
	}

	private interface Calls {

		void make(RestClient client);

	}

}
