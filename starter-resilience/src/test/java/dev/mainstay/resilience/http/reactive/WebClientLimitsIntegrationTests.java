package dev.mainstay.resilience.http.reactive;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import dev.mainstay.resilience.http.ClientName;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.outgoing.OutgoingEffects;
import dev.mainstay.resilience.policy.Destinations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static dev.mainstay.resilience.http.reactive.ReactiveApplication.block;
import static dev.mainstay.resilience.http.reactive.ReactiveApplication.destination;
import static dev.mainstay.resilience.http.reactive.ReactiveApplication.status;
import static dev.mainstay.resilience.http.reactive.ReactiveApplication.statusOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class WebClientLimitsIntegrationTests {

	private static final String ONE_AT_A_TIME = "mainstay.http-client.max-concurrent-calls=1";

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void theBudgetBoundsTheRetriesOfAClient(String connector) {
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with(connector)
				.and("mainstay.http-client.retry.budget.floor=3")
				.run((client) -> block(Flux.range(0, 300)
					.flatMap((i) -> statusOf(client.get().uri(dependency.url())), 8)
					.collectList()));
			assertThat(dependency.requests()).hasSizeBetween(303, 330);
		}
	}

	@Test
	void aDeadDependencyTakesNoRetriesFromAnother() {
		try (Dependency dead = Dependency.answering(503); Dependency other = Dependency.answering(503)) {
			ReactiveApplication.with("reactor")
				.and("mainstay.http-client.retry.budget.floor=3", "mainstay.http-client.retry.budget.ratio=0")
				.run((client) -> {
					for (int i = 0; i < 10; i++) {
						status(client, "GET", dead.url());
					}
					status(client, "GET", other.url());
				});
			assertThat(dead.requests()).hasSize(10 + 3);
			assertThat(other.requests()).hasSize(1 + 2);
		}
	}

	@Test
	void oneInTenFailuresIsRepaired() {
		try (Dependency dependency = Dependency
			.answering((number, socket) -> Dependency.answer(socket, (number % 10 == 0) ? 503 : 200, ""))) {
			ReactiveApplication.with("reactor")
				.and("mainstay.http-client.retry.budget.floor=3", "mainstay.http-client.retry.budget.ratio=0.2")
				.run((client) -> {
					List<Integer> statuses = block(Flux.range(0, 500)
						.flatMap((i) -> statusOf(client.get().uri(dependency.url())), 4)
						.collectList());
					assertThat(statuses).filteredOn((it) -> it == 200).hasSizeGreaterThan(490);
				});
			assertThat(dependency.requests()).hasSizeLessThanOrEqualTo(500 + 100 + 3);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "jetty" })
	void moreCallsAtATimeThanAllowedAreRejectedAtOnce(String connector) {
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket, new CountDownLatch(1)))) {
			ReactiveApplication.with(connector)
				.and("mainstay.http-client.max-concurrent-calls=10", "mainstay.http-client.breaker=enforce")
				.runContext((context) -> {
					WebClient client = client(context);
					Disposable waiting = Flux.range(0, 10)
						.flatMap((i) -> statusOf(client.get().uri(dependency.url())), 10)
						.subscribe();
					await(() -> dependency.requests().size() == 10);
					for (int i = 0; i < 490; i++) {
						assertThatExceptionOfType(WebClientRequestException.class)
							.isThrownBy(() -> status(client, "GET", dependency.url()));
					}
					assertThat(dependency.requests()).hasSize(10);
					assertThat(destination(context).state().breaker()).isEqualTo("closed");
					waiting.dispose();
					await(() -> destination(context).state().concurrentCalls() == 0);
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void whoWaitsNoLongerGivesBackHisPlaceAndTheConnection(String connector) throws InterruptedException {
		CountDownLatch closed = new CountDownLatch(1);
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket, closed))) {
			ReactiveApplication.with(connector).and(ONE_AT_A_TIME).runContext((context) -> {
				Disposable call = statusOf(client(context).get().uri(dependency.url())).subscribe();
				await(() -> dependency.requests().size() == 1);
				call.dispose();
				assertThat(destination(context).state().concurrentCalls()).isZero();
			});
			assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void whoReadsNoLongerGivesBackHisPlaceAndTheConnection(String connector) throws InterruptedException {
		CountDownLatch closed = new CountDownLatch(1);
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nx".getBytes());
			hang(socket, closed);
		})) {
			ReactiveApplication.with(connector).and(ONE_AT_A_TIME).runContext((context) -> {
				AtomicBoolean begun = new AtomicBoolean();
				Disposable call = DataBufferUtils
					.join(client(context).get()
						.uri(dependency.url())
						.retrieve()
						.bodyToFlux(DataBuffer.class)
						.doOnNext((buffer) -> begun.set(true)))
					.subscribe();
				await(begun::get);
				assertThat(destination(context).state().concurrentCalls()).isOne();
				call.dispose();
				assertThat(destination(context).state().concurrentCalls()).isZero();
			});
			assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void anAnswerThatIsDiscardedHoldsNoPlaceAndNeedNotEnd(String connector) {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			if (number == 1) {
				endless(socket);
			}
			else {
				Dependency.answer(socket, (number == 2) ? 503 : 200, "some text");
			}
		})) {
			ReactiveApplication.with(connector)
				.and(ONE_AT_A_TIME, "mainstay.http-client.retry.base-delay=30ms",
						"mainstay.http-client.retry.max-delay=30ms")
				.runContext((context) -> {
					assertThat(status(client(context), "GET", dependency.url())).isEqualTo(200);
					assertThat(destination(context).state().concurrentCalls()).isZero();
				});
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@ParameterizedTest
	@CsvSource({ "reactor,POST,200,true", "reactor,POST,400,false", "reactor,POST,503,false", "reactor,POST,504,true",
			"reactor,GET,200,false", "jdk,POST,201,true", "jdk,POST,503,false", "jdk,PUT,200,false" })
	void anAnswerTellsWhetherThereMayHaveBeenAnEffect(String connector, String method, int status, boolean possible) {
		OutgoingEffects effects = new OutgoingEffects();
		try (Dependency dependency = Dependency.answering(status)) {
			ReactiveApplication.with(connector).run((client) -> {
				block(statusOf(client.method(HttpMethod.valueOf(method)).uri(dependency.url()))
					.contextWrite((context) -> context.put(OutgoingEffects.KEY, effects)));
				try (OutgoingEffects.Scope scope = OutgoingEffects.open()) {
					status(client, method, dependency.url());
					assertThat(scope.mayHaveHappened()).isEqualTo(possible);
				}
			});
		}
		assertThat(effects.mayHaveHappened()).isEqualTo(possible);
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk", "http-components", "jetty" })
	void aPostThatIsCancelledMayHaveHadAnEffect(String connector) {
		OutgoingEffects effects = new OutgoingEffects();
		try (Dependency dependency = Dependency.answering((number, socket) -> hang(socket, new CountDownLatch(1)))) {
			ReactiveApplication.with(connector).run((client) -> {
				Disposable call = statusOf(client.post().uri(dependency.url()).bodyValue("x"))
					.contextWrite((context) -> context.put(OutgoingEffects.KEY, effects))
					.subscribe();
				await(() -> dependency.requests().size() == 1);
				call.dispose();
			});
		}
		assertThat(effects.mayHaveHappened()).isTrue();
	}

	@Test
	void aClientHasTheNameOfItsRequests() {
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with("reactor")
				.and("mainstay.http-client.clients.payments.max-retries=1")
				.runContext((context) -> {
					WebClient payments = context.getBean(WebClient.Builder.class)
						.defaultRequest((request) -> request.attribute(ClientName.ATTRIBUTE, "payments"))
						.build();
					status(payments, "GET", dependency.url());
					assertThat(context.getBean(Destinations.class).all()).singleElement()
						.satisfies((it) -> assertThat(it.policy().name()).isEqualTo("payments"));
				});
			assertThat(dependency.requests()).hasSize(2);
		}
	}

	private static WebClient client(AssertableApplicationContext context) {
		return context.getBean(WebClient.Builder.class).build();
	}

	private static void await(BooleanSupplier condition) {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).isLessThan(end);
			Thread.onSpinWait();
		}
	}

	/** A refusal that never stops talking. */
	private static void endless(Socket socket) throws IOException {
		socket.getOutputStream().write("HTTP/1.1 503 Busy\r\nConnection: close\r\n\r\n".getBytes());
		while (true) {
			socket.getOutputStream().write('x');
		}
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

}
