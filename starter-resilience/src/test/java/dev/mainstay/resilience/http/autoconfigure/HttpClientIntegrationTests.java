package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.Suppression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.client.ExpectedCount;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.test.web.client.match.MockRestRequestMatchers;
import org.springframework.test.web.client.response.MockRestResponseCreators;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class HttpClientIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=jdk", "mainstay.http-client.retry.base-delay=1ms",
				"mainstay.http-client.retry.max-delay=1ms", "mainstay.http-client.retry.budget.floor=100");

	@ParameterizedTest
	@CsvSource({ "GET,503,3", "GET,429,3", "GET,502,3", "GET,504,3", "GET,408,3", "PUT,503,3", "DELETE,503,3",
			"GET,500,1", "GET,404,1", "GET,400,1", "GET,501,1", "POST,503,1", "PATCH,503,1", "GET,200,1" })
	void onlyWhatIsSafeIsTriedAgain(String method, int status, int calls) {
		try (Dependency dependency = Dependency.answering(status)) {
			withClient((client) -> call(client, method, dependency.url()));
			assertThat(dependency.requests()).hasSize(calls);
		}
	}

	@Test
	void aKeyedPostIsTriedAgainWithTheSameKeyAndBody() {
		try (Dependency dependency = Dependency.answering(503)) {
			withClient((client) -> client.post()
				.uri(dependency.url())
				.header("Idempotency-Key", "\"k1\"")
				.body("the body")
				.exchange((request, response) -> response.getStatusCode()));
			assertThat(dependency.requests()).hasSize(3)
				.allMatch((request) -> request.contains("\"k1\"") && request.contains("the body"));
		}
	}

	@Test
	void anAnswerAfterARetryIsTheAnswer() {
		try (Dependency dependency = Dependency
			.answering((number, socket) -> Dependency.answer(socket, (number < 3) ? 503 : 200, "number " + number))) {
			withClient((client) -> assertThat(client.get().uri(dependency.url()).retrieve().body(String.class))
				.isEqualTo("number 3"));
		}
	}

	@Test
	void aConnectionThatIsLostAfterAPostIsNotTriedAgain() {
		try (Dependency dependency = Dependency.answering((number, socket) -> socket.close())) {
			withClient((client) -> assertThatExceptionOfType(RestClientException.class)
				.isThrownBy(() -> client.post().uri(dependency.url()).body("x").retrieve().toBodilessEntity()));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@Test
	void aBodyThatCanBeWrittenOnceIsNotTriedAgain() {
		try (Dependency dependency = Dependency.answering(503)) {
			StreamingHttpOutputMessage.Body body = (output) -> output.write('x');
			withClient((client) -> client.put()
				.uri(dependency.url())
				.contentLength(1)
				.body(body::writeTo)
				.exchange((request, response) -> response.getStatusCode()));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@Test
	void aWaitLongerThanACallerIsMadeToWaitHandsOutTheAnswerAtOnce() {
		try (Dependency dependency = Dependency.answering(503, "Retry-After: 60")) {
			withClient((client) -> assertThat(call(client, "GET", dependency.url())).isEqualTo(503));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@Test
	void theBudgetBoundsTheRetriesOfAClient() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.withPropertyValues("mainstay.http-client.retry.budget.floor=3").run((context) -> {
				RestClient client = context.getBean(RestClient.Builder.class).build();
				for (int i = 0; i < 100; i++) {
					call(client, "GET", dependency.url());
				}
			});
			assertThat(dependency.requests()).hasSizeBetween(103, 110);
		}
	}

	@Test
	void aDeadDependencyTakesNoRetriesFromAnother() {
		try (Dependency dead = Dependency.answering(503); Dependency other = Dependency.answering(503)) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.retry.budget.floor=3",
						"mainstay.http-client.retry.budget.ratio=0")
				.run((context) -> {
					RestClient client = context.getBean(RestClient.Builder.class).build();
					for (int i = 0; i < 10; i++) {
						call(client, "GET", dead.url());
					}
					call(context.getBean(RestClient.Builder.class).build(), "GET", other.url());
				});
			assertThat(dead.requests()).hasSize(10 + 3);
			assertThat(other.requests()).hasSize(1 + 2);
		}
	}

	@Test
	void severalClientsToOneDependencyShareItsBudget() {
		try (Dependency dead = Dependency.answering(503)) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.retry.budget.floor=3",
						"mainstay.http-client.retry.budget.ratio=0")
				.run((context) -> {
					for (int i = 0; i < 10; i++) {
						call(context.getBean(RestClient.Builder.class).build(), "GET", dead.url());
					}
				});
			assertThat(dead.requests()).hasSize(10 + 3);
		}
	}

	@Test
	void aRequestFactoryOfTheApplicationIsLeftAlone() {
		try (Dependency dependency = Dependency.answering(503)) {
			withBuilder((builder) -> call(builder.requestFactory(new JdkClientHttpRequestFactory()).build(), "GET",
					dependency.url()));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@Test
	void aMockServerGetsTheCallsThatTheApplicationMakes() {
		withBuilder((builder) -> {
			MockRestServiceServer server = MockRestServiceServer.bindTo(builder).build();
			server.expect(ExpectedCount.once(), MockRestRequestMatchers.requestTo("http://mocked/"))
				.andRespond(MockRestResponseCreators.withStatus(HttpStatus.SERVICE_UNAVAILABLE));
			call(builder.build(), "GET", "http://mocked/");
			server.verify();
		});
	}

	@Test
	void aCallThatHasTakenTooLongIsNotMadeOnceMore() {
		RecordingListener listener = new RecordingListener();
		hangingCall(listener, "mainstay.http-client.retry.max-elapsed=100ms");
		assertThat(listener.events).containsExactly(Suppression.ELAPSED);
	}

	@Test
	void aTimeoutCostsTwoRetries() {
		RecordingListener listener = new RecordingListener();
		hangingCall(listener, "mainstay.http-client.retry.budget.floor=3");
		assertThat(listener.events).containsExactly(FailureKind.TIMED_OUT, Suppression.BUDGET);
	}

	private void hangingCall(RecordingListener listener, String property) {
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket))) {
			this.contextRunner.withBean(RetryListener.class, () -> listener)
				.withPropertyValues("mainstay.http-client.response-timeout=200ms", property)
				.run((context) -> assertThatExceptionOfType(RestClientException.class).isThrownBy(
						() -> call(context.getBean(RestClient.Builder.class).build(), "GET", dependency.url())));
		}
	}

	@Test
	void aServerErrorIsTriedAgainWhereThatIsAskedFor() {
		try (Dependency dependency = Dependency.answering(500)) {
			this.contextRunner.withPropertyValues("mainstay.http-client.retry.retry-on-500=true")
				.run((context) -> call(context.getBean(RestClient.Builder.class).build(), "GET", dependency.url()));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@Test
	void aConnectionThatIsRefusedIsTriedAgainWhateverTheMethod() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		RecordingListener listener = new RecordingListener();
		this.contextRunner.withBean(RetryListener.class, () -> listener)
			.run((context) -> assertThatExceptionOfType(RestClientException.class)
				.isThrownBy(() -> call(context.getBean(RestClient.Builder.class).build(), "POST",
						"http://127.0.0.1:" + port + "/")));
		assertThat(listener.events).containsExactly(FailureKind.NEVER_SENT, FailureKind.NEVER_SENT,
				Suppression.ATTEMPTS);
	}

	@Test
	void aRetryAfterIsWaitedFor() {
		try (Dependency dependency = Dependency.answering(
				(number, socket) -> Dependency.answer(socket, (number == 1) ? 503 : 200, "", "Retry-After: 1"))) {
			long start = System.nanoTime();
			withClient((client) -> assertThat(call(client, "GET", dependency.url())).isEqualTo(200));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
			assertThat(dependency.requests()).hasSize(2);
		}
	}

	@Test
	void anAnswerThatIsDiscardedNeedNotEnd() {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			if (number == 1) {
				endless(socket);
			}
			else {
				Dependency.answer(socket, 200, "");
			}
		})) {
			withClient((client) -> assertThat(call(client, "GET", dependency.url())).isEqualTo(200));
		}
	}

	private void withClient(Consumer<RestClient> test) {
		withBuilder((builder) -> test.accept(builder.build()));
	}

	private void withBuilder(Consumer<RestClient.Builder> test) {
		this.contextRunner.run((context) -> test.accept(context.getBean(RestClient.Builder.class)));
	}

	private static int call(RestClient client, String method, String url) {
		return client.method(HttpMethod.valueOf(method))
			.uri(url)
			.exchange((request, response) -> response.getStatusCode().value());
	}

	/** A refusal that never stops talking. */
	private static void endless(Socket socket) throws IOException {
		OutputStream output = socket.getOutputStream();
		output.write("HTTP/1.1 503 Status\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
		while (true) {
			output.write(new byte[8192]);
		}
	}

	/** Returns when the client has closed the connection. */
	private static void hang(Socket socket) throws IOException {
		socket.getInputStream().read();
	}

	static final class RecordingListener implements RetryListener {

		private final List<Enum<?>> events = new CopyOnWriteArrayList<>();

		@Override
		public void onRetry(String client, FailureKind kind) {
			this.events.add(kind);
		}

		@Override
		public void onSuppressed(String client, Suppression reason) {
			this.events.add(reason);
		}

	}

}
