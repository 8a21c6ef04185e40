package dev.mainstay.resilience.http.reactive;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.http.RejectedRequestException;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.InboundAttempt;
import dev.mainstay.resilience.retry.Suppression;
import io.netty.handler.timeout.ReadTimeoutHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientRequest;

import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static dev.mainstay.resilience.http.reactive.ReactiveApplication.block;
import static dev.mainstay.resilience.http.reactive.ReactiveApplication.status;
import static dev.mainstay.resilience.http.reactive.ReactiveApplication.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class WebClientTimesIntegrationTests {

	private static final String SHORT = "mainstay.http-client.response-timeout=300ms";

	private static final String IDLE = "mainstay.http-client.idle-timeout=300ms";

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aHeadThatDoesNotComeIsGivenUpAndItsConnectionClosed(String connector) throws InterruptedException {
		CountDownLatch closed = new CountDownLatch(2);
		ReactiveApplication application = ReactiveApplication.with(connector)
			.and(SHORT, "mainstay.http-client.retry.budget.floor=3");
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket, closed))) {
			application.run((client) -> assertThatExceptionOfType(WebClientRequestException.class)
				.isThrownBy(() -> status(client, "GET", dependency.url()))
				.withMessageContaining("No response for PT0.3S"));
			assertThat(dependency.requests()).hasSize(2);
		}
		assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
		assertThat(application.events()).containsExactly(FailureKind.TIMED_OUT, Suppression.BUDGET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aBodyThatPausesIsGivenUpAndItsConnectionClosed(String connector) throws InterruptedException {
		CountDownLatch closed = new CountDownLatch(1);
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			begin(socket, "text/plain");
			hang(socket, closed);
		})) {
			ReactiveApplication.with(connector)
				.and(IDLE)
				.run((client) -> assertThatException().isThrownBy(() -> text(client, dependency.url()))
					.havingRootCause()
					.withMessageContaining("No byte of the response body for PT0.3S"));
		}
		assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void whoReadsSlowlyIsNotHeldAgainstTheOtherSide(String connector) {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			begin(socket, "text/event-stream");
			drip(socket, "data:x\n\n", 3, 0);
		})) {
			ReactiveApplication.with(connector).and(IDLE).run((client) -> {
				Flux<String> events = client.get().uri(dependency.url()).retrieve().bodyToFlux(String.class);
				assertThat(block(events.concatMap((event) -> Mono.just(event).delayElement(Duration.ofMillis(500)), 1)
					.collectList())).hasSize(3);
			});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aDripIsCutAtTheTimeOfTheAttempt(String connector) throws InterruptedException {
		CountDownLatch closed = new CountDownLatch(1);
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			begin(socket, "text/plain");
			try {
				drip(socket, "x", 1000, 20);
			}
			finally {
				closed.countDown();
			}
		})) {
			ReactiveApplication.with(connector)
				.and("mainstay.http-client.attempt-timeout=500ms")
				.run((client) -> assertThatException().isThrownBy(() -> text(client, dependency.url()))
					.havingRootCause()
					.withMessage("The attempt took longer than it may"));
		}
		assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aStreamIsCutByNoTotal(String connector) {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			begin(socket, "text/event-stream;charset=utf-8");
			drip(socket, "data:x\n\n", 10, 100);
		})) {
			ReactiveApplication.with(connector)
				.and("mainstay.http-client.attempt-timeout=300ms", "mainstay.http-client.total-timeout=400ms")
				.run((client) -> {
					List<String> events = block(
							client.get().uri(dependency.url()).retrieve().bodyToFlux(String.class).collectList());
					assertThat(events).hasSize(10);
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aLongUploadIsNoLateAnswer(String connector) {
		Flux<String> slow = Flux.range(0, 5).map(String::valueOf).delayElements(Duration.ofMillis(200));
		try (Dependency dependency = Dependency.answering(200)) {
			ReactiveApplication.with(connector)
				.and(SHORT)
				.run((client) -> assertThat(
						block(statusOf(client.put().uri(dependency.url()).body(slow, String.class))))
					.isEqualTo(200));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void theTotalEndsTheCallAndIsTold(String connector) {
		ReactiveApplication application = ReactiveApplication.with(connector);
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket, new CountDownLatch(1)))) {
			application.and("mainstay.http-client.total-timeout=500ms").run((client) -> {
				long start = System.nanoTime();
				assertThatExceptionOfType(WebClientRequestException.class)
					.isThrownBy(() -> status(client, "GET", dependency.url()))
					.withCauseInstanceOf(DeadlineExceededException.class);
				assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(450),
						Duration.ofSeconds(2));
			});
			assertThat(dependency.requests()).hasSize(1);
			assertThat(toldMillis(dependency)).isBetween(1, 500);
			assertThat(application.events()).containsExactly(Suppression.DEADLINE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void theDeadlineOfTheRequestThatACallIsMadeForEndsIt(String connector) {
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket, new CountDownLatch(1)))) {
			ReactiveApplication.with(connector).and("mainstay.http-client.total-timeout=20s").run((client) -> {
				Deadline deadline = Deadline.after(Duration.ofMillis(400));
				assertThatExceptionOfType(WebClientRequestException.class)
					.isThrownBy(() -> block(statusOf(client.get().uri(dependency.url()))
						.contextWrite((context) -> context.put(Deadline.KEY, deadline))))
					.withCauseInstanceOf(DeadlineExceededException.class);
				assertThat(toldMillis(dependency)).isBetween(1, 400);
				try (Deadline.Scope scope = Deadline.after(Duration.ZERO).open()) {
					assertThatExceptionOfType(WebClientRequestException.class)
						.isThrownBy(() -> status(client, "GET", dependency.url()))
						.withCauseInstanceOf(RejectedRequestException.class);
				}
			});
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@Test
	void aCallThatTheCallerRetriesIsNotRetriedHere() {
		ReactiveApplication application = ReactiveApplication.with("reactor");
		try (Dependency dependency = Dependency.answering(503)) {
			application.run((client) -> block(statusOf(client.get().uri(dependency.url()))
				.contextWrite((context) -> context.put(InboundAttempt.KEY, 2))));
			assertThat(dependency.requests()).hasSize(1);
			assertThat(application.events()).containsExactly(Suppression.INBOUND_RETRY);
		}
	}

	@Test
	void aWaitThatWouldEndAfterTheDeadlineIsNotBegun() {
		ReactiveApplication application = ReactiveApplication.with("reactor");
		try (Dependency dependency = Dependency.answering(503, "Retry-After: 1")) {
			application.and("mainstay.http-client.total-timeout=300ms")
				.run((client) -> assertThat(status(client, "GET", dependency.url())).isEqualTo(503));
			assertThat(application.events()).containsExactly(Suppression.DEADLINE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void theReadTimeoutOfTheApplicationWins(String connector) {
		try (Dependency dependency = late()) {
			ReactiveApplication.with(connector)
				.and(SHORT, IDLE, "spring.http.clients.read-timeout=5s")
				.run((client) -> assertThat(status(client, "GET", dependency.url())).isEqualTo(200));
		}
	}

	@Test
	void aResponseTimeoutOfACustomizerWins() {
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> customizer = (builder) -> builder
			.withHttpClientCustomizer((client) -> client.responseTimeout(Duration.ofSeconds(5)));
		slow(customizer, (client, url) -> client.get().uri(url));
	}

	@Test
	void aReadTimeoutHandlerOfACustomizerWins() {
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> customizer = (builder) -> builder
			.withHttpClientCustomizer((client) -> client
				.doOnConnected((connection) -> connection.addHandlerLast(new ReadTimeoutHandler(5))));
		slow(customizer, (client, url) -> client.get().uri(url));
	}

	@Test
	void aResponseTimeoutOfARequestWins() {
		slow((builder) -> builder, (client, url) -> client.get()
			.uri(url)
			.httpRequest(
					(request) -> request.<HttpClientRequest>getNativeRequest().responseTimeout(Duration.ofSeconds(5))));
	}

	private static void slow(ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> customizer,
			Request request) {
		try (Dependency dependency = late()) {
			ReactiveApplication.with("reactor")
				.and(SHORT, IDLE)
				.and((runner) -> runner.withBean("own", ClientHttpConnectorBuilderCustomizer.class, () -> customizer))
				.run((client) -> assertThat(block(statusOf(request.of(client, dependency.url())))).isEqualTo(200));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	private static Dependency late() {
		return Dependency.answering((number, socket) -> {
			pause(800);
			Dependency.answer(socket, 200, "");
		});
	}

	private static String text(WebClient client, String url) {
		return block(client.get().uri(url).retrieve().bodyToMono(String.class));
	}

	private static int toldMillis(Dependency dependency) {
		String header = dependency.requests()
			.get(0)
			.lines()
			.filter((line) -> line.startsWith("X-Request-Timeout-Ms: "))
			.findFirst()
			.orElseThrow();
		return Integer.parseInt(header.substring(header.indexOf(' ') + 1));
	}

	private static void begin(Socket socket, String contentType) throws IOException {
		write(socket, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: " + contentType + "\r\n\r\n");
	}

	private static void drip(Socket socket, String drop, int count, long millis) throws IOException {
		for (int i = 0; i < count; i++) {
			write(socket, drop);
			pause(millis);
		}
		socket.close();
	}

	private static void hang(Socket socket, CountDownLatch closed) throws IOException {
		try {
			while (socket.getInputStream().read() >= 0) {
				// Until the client has gone
			}
		}
		finally {
			closed.countDown();
		}
	}

	private static void write(Socket socket, String text) throws IOException {
		OutputStream output = socket.getOutputStream();
		output.write(text.getBytes(StandardCharsets.ISO_8859_1));
		output.flush();
	}

	private static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private interface Request {

		WebClient.RequestHeadersSpec<?> of(WebClient client, String url);

	}

}
