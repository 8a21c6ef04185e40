package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What Apache HttpComponents does by itself, and what is left of it.
 */
@Timeout(60)
class HttpComponentsIntegrationTests {

	private static final int CONNECTIONS = 5;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=http-components",
				"mainstay.http-client.retry.base-delay=1ms", "mainstay.http-client.retry.max-delay=1ms",
				"mainstay.http-client.retry.budget.floor=100");

	private final List<Socket> connections = new CopyOnWriteArrayList<>();

	@Test
	void connectionsThatDiedInThePoolCostNoCallAndNoBudget() {
		CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
		try (Dependency dependency = Dependency.answering((number, socket) -> answerTogether(together, socket))) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.retry.budget.floor=0",
						"mainstay.http-client.retry.budget.ratio=0")
				.run((context) -> {
					RestClient client = context.getBean(RestClient.Builder.class).build();
					assertThat(inParallel(client, dependency)).containsOnly(200);
					restart();
					assertThat(inParallel(client, dependency)).containsOnly(200);
				});
			assertThat(dependency.requests()).hasSize(2 * CONNECTIONS);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GET,3", "POST,1" })
	void aFreshConnectionThatIsLostIsNotTheBusinessOfTheClient(String method, int calls) {
		try (Dependency dependency = Dependency.answering((number, socket) -> socket.close())) {
			withClient(this.contextRunner, (client) -> assertThatExceptionOfType(RestClientException.class)
				.isThrownBy(() -> call(client, method, dependency)));
			assertThat(dependency.requests()).hasSize(calls);
		}
	}

	@Test
	void aPostIsNotSentOnceMoreOnAnotherConnection() {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			if (number > 1) {
				socket.close();
			}
			Dependency.answer(socket, 200, "");
		})) {
			withClient(this.contextRunner, (client) -> {
				assertThat(call(client, "POST", dependency)).isEqualTo(200);
				assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> call(client, "POST", dependency));
			});
			assertThat(dependency.requests()).hasSize(2);
		}
	}

	@Test
	void theClientKeepsItsOwnRetriesWhereOursAreNone() {
		try (Dependency dependency = Dependency.answering(503)) {
			withClient(this.contextRunner.withPropertyValues("mainstay.http-client.retry.max-retries=0"),
					(client) -> call(client, "GET", dependency));
			assertThat(dependency.requests()).hasSize(2);
		}
	}

	@Test
	void oneClientWithAStrategyOfTheApplicationSaysNothingOfAnother() {
		AtomicBoolean first = new AtomicBoolean(true);
		Customizer onlyTheFirst = new Customizer((client) -> {
			if (first.getAndSet(false)) {
				client.setRetryStrategy(new DefaultHttpRequestRetryStrategy(4, TimeValue.ofMilliseconds(1)));
			}
		}, null);
		try (Dependency dependency = Dependency.answering(503)) {
			customized(onlyTheFirst).run((context) -> {
				RestClient retryingItself = context.getBean(RestClient.Builder.class).build();
				RestClient retriedByUs = context.getBean(RestClient.Builder.class).build();
				call(retriedByUs, "GET", dependency);
				assertThat(dependency.requests()).hasSize(3);
				call(retryingItself, "GET", dependency);
				assertThat(dependency.requests()).hasSize(3 + 5);
			});
		}
	}

	@Test
	void aPoolWithoutAConnectionLeftIsNotWaitedForForEver() {
		Customizer smallPool = new Customizer(null, (pool) -> pool.setMaxConnPerRoute(1));
		CountDownLatch done = new CountDownLatch(1);
		try (Dependency dependency = Dependency.answering((number, socket) -> keepTalking(socket, done))) {
			customized(smallPool).withPropertyValues("mainstay.http-client.response-timeout=1s").run((context) -> {
				RestClient client = context.getBean(RestClient.Builder.class).build();
				client.get().uri(dependency.url()).exchange((request, response) -> {
					assertThatExceptionOfType(RestClientException.class)
						.isThrownBy(() -> call(client, "GET", dependency))
						.withCauseInstanceOf(ConnectionRequestTimeoutException.class);
					done.countDown();
					return response.getBody().readAllBytes();
				});
			});
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	private ApplicationContextRunner customized(Customizer customizer) {
		return this.contextRunner.withBean("customizer", ClientHttpRequestFactoryBuilderCustomizer.class,
				() -> customizer);
	}

	private static void withClient(ApplicationContextRunner runner, Consumer<RestClient> test) {
		runner.run((context) -> test.accept(context.getBean(RestClient.Builder.class).build()));
	}

	private static int call(RestClient client, String method, Dependency dependency) {
		return client.method(HttpMethod.valueOf(method))
			.uri(dependency.url())
			.exchange((request, response) -> response.getStatusCode().value());
	}

	private static List<Integer> inParallel(RestClient client, Dependency dependency) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
		List<Integer> statuses = new CopyOnWriteArrayList<>();
		Callable<Integer> get = () -> call(client, "GET", dependency);
		for (Future<Integer> call : threads.invokeAll(Collections.nCopies(CONNECTIONS, get))) {
			statuses.add(call.get());
		}
		threads.shutdown();
		return statuses;
	}

	/** So that each call of a round has a connection of its own. */
	private void answerTogether(CyclicBarrier together, Socket socket) {
		this.connections.add(socket);
		try {
			together.await();
			Dependency.answer(socket, 200, "");
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void restart() throws Exception {
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	private static void keepTalking(Socket socket, CountDownLatch done) throws IOException {
		socket.getOutputStream()
			.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
		try {
			while (!done.await(100, TimeUnit.MILLISECONDS)) {
				socket.getOutputStream().write('x');
			}
			socket.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private record Customizer(Consumer<HttpClientBuilder> client,
			Consumer<PoolingHttpClientConnectionManagerBuilder> pool)
			implements
				ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> {

		@Override
		public HttpComponentsClientHttpRequestFactoryBuilder customize(
				HttpComponentsClientHttpRequestFactoryBuilder builder) {
			HttpComponentsClientHttpRequestFactoryBuilder customized = (this.client != null)
					? builder.withHttpClientCustomizer(this.client) : builder;
			return (this.pool != null) ? customized.withConnectionManagerCustomizer(this.pool) : customized;
		}

	}

}
