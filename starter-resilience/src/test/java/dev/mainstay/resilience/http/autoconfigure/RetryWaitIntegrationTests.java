package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a call is made once more, seen from the other side.
 */
@Timeout(60)
class RetryWaitIntegrationTests {

	private static final int CLIENTS = 1000;

	private static final long BUCKET = Duration.ofMillis(500).toNanos();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=jdk");

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void aDateIsWaitedFor() {
		Instant date = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
		Iterator<Instant> times = callsRefusedUntil(date).iterator();
		assertThat(times.next()).isBefore(date);
		assertThat(times.next()).isBetween(date, date.plusSeconds(2));
	}

	@Test
	void aDateInThePastChangesNothing() {
		Iterator<Instant> times = callsRefusedUntil(Instant.now().minusSeconds(3600)).iterator();
		assertThat(times.next().plusSeconds(2)).isAfter(times.next());
	}

	/**
	 * Fifty times the delay as it comes, and fifty times the 10 ms that are looked at, so
	 * that what two thousand threads wait for each other is short beside either.
	 */
	@Test
	void aThousandThatAreRefusedAtOnceComeBackApart() throws InterruptedException {
		CountDownLatch all = new CountDownLatch(CLIENTS);
		Queue<Long> again = new ConcurrentLinkedQueue<>();
		try (Dependency dependency = Dependency.answering((number, socket) -> refuseTogether(socket, all, again))) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.retry.base-delay=5s",
						"mainstay.http-client.retry.max-delay=5s", "mainstay.http-client.connect-timeout=30s",
						"mainstay.http-client.retry.budget.floor=" + CLIENTS)
				.run((context) -> assertThat(
						answered(context.getBean(RestClient.Builder.class).build(), dependency.url()))
					.isEqualTo(CLIENTS));
		}
		Map<Long, Long> buckets = again.stream()
			.collect(Collectors.groupingBy((nanos) -> nanos / BUCKET, Collectors.counting()));
		assertThat(again).hasSize(CLIENTS);
		assertThat(buckets.values()).allSatisfy((count) -> assertThat(count).isLessThanOrEqualTo(CLIENTS / 4));
	}

	/** When the calls came, of which the first is refused with a date. */
	private Queue<Instant> callsRefusedUntil(Instant date) {
		String header = "Retry-After: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
		Queue<Instant> times = new ConcurrentLinkedQueue<>();
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			times.add(Instant.now());
			Dependency.answer(socket, (number == 1) ? 503 : 200, "", header);
		})) {
			this.contextRunner.run((context) -> assertThat(
					isAnswered(context.getBean(RestClient.Builder.class).build(), dependency.url()))
				.isTrue());
		}
		assertThat(times).hasSize(2);
		return times;
	}

	private void refuseTogether(Socket socket, CountDownLatch all, Queue<Long> again) throws IOException {
		if (this.calls.incrementAndGet() > CLIENTS) {
			again.add(System.nanoTime());
			Dependency.answer(socket, 200, "");
			return;
		}
		all.countDown();
		try {
			all.await();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
		Dependency.answer(socket, 503, "");
	}

	private static int answered(RestClient client, String url) throws InterruptedException {
		AtomicInteger answered = new AtomicInteger();
		ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
		for (int i = 0; i < CLIENTS; i++) {
			clients.execute(() -> answered.addAndGet(isAnswered(client, url) ? 1 : 0));
		}
		clients.shutdown();
		assertThat(clients.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
		return answered.get();
	}

	private static boolean isAnswered(RestClient client, String url) {
		return client.get().uri(url).exchange((request, response) -> response.getStatusCode().is2xxSuccessful());
	}

}
