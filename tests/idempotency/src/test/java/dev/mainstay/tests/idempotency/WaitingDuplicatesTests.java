package dev.mainstay.tests.idempotency;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.tests.harness.Http;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many duplicates of one slow request that wait for its answer, on a service with few
 * threads and fewer connections.
 */
class WaitingDuplicatesTests {

	private static final Logger logger = LoggerFactory.getLogger(WaitingDuplicatesTests.class);

	private static final int DUPLICATES = 200;

	private static final int WAITERS = 12;

	private static final int CALLS = 200;

	private final String key = UUID.randomUUID().toString();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ConfigurableApplicationContext service;

	private Http http;

	@BeforeEach
	void start() {
		try (HikariDataSource pool = PostgresServer.pool()) {
			Stores.createTable(pool, JdbcDatabase.POSTGRESQL);
		}
		this.service = new SpringApplicationBuilder(OrderApplication.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "server.tomcat.threads.max=20",
					"spring.datasource.url=" + PostgresServer.url(), "spring.datasource.username=postgres",
					"spring.datasource.hikari.maximum-pool-size=5", "mainstay.idempotency.store=jdbc",
					"mainstay.idempotency.wait=20s", "mainstay.idempotency.max-waiters=" + WAITERS)
			.run();
		this.http = new Http(port());
		warmUp();
	}

	/** What is compiled and connected at last is no matter of those who wait. */
	private void warmUp() {
		String other = UUID.randomUUID().toString();
		List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(() -> slow(other, 2000))
			.limit(DUPLICATES)
			.toList();
		unrelated(100);
		sent.forEach(CompletableFuture::join);
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	private int port() {
		return this.service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private CompletableFuture<HttpResponse<String>> slow(String key, int millis) {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/slow?ms=" + millis))
			.header("Idempotency-Key", key)
			.POST(HttpRequest.BodyPublishers.ofString("{}"))
			.build();
		return this.client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
	}

	/** What calls of another endpoint, which takes a connection, take in milliseconds. */
	private List<Long> unrelated(int calls) {
		List<Long> millis = new ArrayList<>();
		while (millis.size() < calls) {
			long sent = System.nanoTime();
			assertThat(this.http.post("/orders", "{}").statusCode()).isEqualTo(201);
			millis.add((System.nanoTime() - sent) / 1_000_000);
		}
		millis.sort(null);
		return millis;
	}

	/** Of a hundred. */
	private static long slowest(List<Long> millis) {
		return millis.get(millis.size() * 99 / 100);
	}

	@Test
	void neitherTheThreadsNorTheConnectionsAreGone() {
		long quiet = slowest(unrelated(CALLS));
		int before = OrderApplication.EXECUTIONS.get();
		CompletableFuture<HttpResponse<String>> first = slow(this.key, 12000);
		Awaitility.await().until(() -> OrderApplication.EXECUTIONS.get() > before);
		List<CompletableFuture<HttpResponse<String>>> duplicates = Stream.generate(() -> slow(this.key, 12000))
			.limit(DUPLICATES)
			.toList();
		Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> refused(duplicates) == DUPLICATES - WAITERS);
		List<Long> millis = unrelated(CALLS);
		logger.info("{} calls of another endpoint took {} ms, 99 % at most {} ms; {} ms without waiters", millis.size(),
				millis.get(millis.size() / 2), slowest(millis), quiet);
		assertThat(first).as("they still wait").isNotDone();
		assertThat(Stream.generate(this::connections).limit(50).filter((active) -> active == 0)).hasSizeGreaterThan(40);
		assertThat(slowest(millis)).as("99 % of the other calls, in ms; what the machine is busy with is no matter")
			.isLessThan(100 + quiet);
		assertThat(duplicates.stream().map(CompletableFuture::join).filter((it) -> it.statusCode() == 200))
			.extracting(HttpResponse::body)
			.containsOnly(first.join().body());
	}

	/** They are refused at once, and told when to come again. */
	private static long refused(List<CompletableFuture<HttpResponse<String>>> sent) {
		return sent.stream()
			.filter(CompletableFuture::isDone)
			.map(CompletableFuture::join)
			.filter((it) -> it.statusCode() == 409 && it.headers().firstValue("Retry-After").isPresent())
			.count();
	}

	private int connections() {
		return this.service.getBean(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
	}

}
