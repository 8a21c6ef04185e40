package dev.mainstay.tests.idempotency;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.tests.harness.Http;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of a WebFlux service on one PostgreSQL.
 */
class ReactiveTwoInstancesTests {

	static final AtomicInteger executions = new AtomicInteger();

	private static ConfigurableApplicationContext first;

	private static ConfigurableApplicationContext second;

	private static Http one;

	private static Http other;

	private final String key = UUID.randomUUID().toString();

	@BeforeAll
	static void start() {
		try (HikariDataSource pool = PostgresServer.pool()) {
			Stores.createTable(pool, JdbcDatabase.POSTGRESQL);
		}
		first = run();
		second = run();
		one = client(first);
		other = client(second);
	}

	@AfterAll
	static void stop() {
		first.close();
		second.close();
	}

	private static ConfigurableApplicationContext run() {
		return new SpringApplicationBuilder(Shop.class).web(WebApplicationType.REACTIVE)
			.properties("server.port=0", "spring.datasource.url=" + PostgresServer.url(),
					"spring.datasource.username=postgres", "spring.datasource.hikari.maximum-pool-size=5",
					"management.endpoints.web.exposure.include=mainstay")
			.run();
	}

	private static Http client(ConfigurableApplicationContext context) {
		return new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	private HttpResponse<String> order(Http instance, String body) {
		return instance.post("/orders", body, "Idempotency-Key", '"' + this.key + '"');
	}

	@Test
	void whatOneHasAnsweredTheOtherReplays() {
		assertThat(one.get("/actuator/mainstay").body()).contains("keys in PostgreSQL, table mainstay_idempotency");
		HttpResponse<String> created = order(one, "{}");
		HttpResponse<String> replayed = order(other, "{}");
		assertThat(created.headers().firstValue("Idempotency-Status")).hasValue("created");
		assertThat(replayed.headers().firstValue("Idempotency-Status")).hasValue("replayed");
		assertThat(replayed.statusCode()).isEqualTo(201).isEqualTo(created.statusCode());
		assertThat(replayed.body()).isEqualTo(created.body()).contains("bücher");
		assertThat(replayed.headers().firstValue("Content-Type"))
			.isEqualTo(created.headers().firstValue("Content-Type"));
		assertThat(order(other, "{\"a\":1}").statusCode()).isEqualTo(422);
	}

	@Test
	void ofManySimultaneousRequestsOneRuns() throws Exception {
		int before = executions.get();
		for (int round = 0; round < 20; round++) {
			String raced = UUID.randomUUID().toString();
			Set<String> bodies = ConcurrentHashMap.newKeySet();
			AtOnce.run(8, (i) -> () -> {
				HttpResponse<String> answer = ((i % 2 == 0) ? one : other).post("/orders", "{}", "Idempotency-Key",
						raced);
				assertThat(answer.statusCode()).isIn(201, 409);
				return (answer.statusCode() == 201) ? bodies.add(answer.body()) : false;
			});
			assertThat(bodies).hasSize(1);
		}
		assertThat(executions.get() - before).isEqualTo(20);
	}

	@Test
	void theHandlerDoesNotRunOnAThreadThatWaitedForTheDatabase() {
		order(one, "{}");
		assertThat(List.copyOf(Shop.HANDLERS)).isNotEmpty().allMatch((name) -> name.startsWith("parallel-"));
	}

	@Test
	void aPoolThatIsExhaustedHoldsUpNobodyForLongerThanTheStoreMayTake() throws Exception {
		HikariDataSource pool = second.getBean(HikariDataSource.class);
		List<Connection> taken = new ArrayList<>();
		for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
			taken.add(pool.getConnection());
		}
		AtomicInteger unprotected = new AtomicInteger();
		long begin = System.nanoTime();
		AtOnce.run(100, (i) -> () -> {
			HttpResponse<String> answer = other.post("/orders", "{}", "Idempotency-Key", this.key + i);
			assertThat(answer.headers().firstValue("Idempotency-Status")).hasValue("unprotected");
			return unprotected.incrementAndGet();
		});
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
		assertThat(unprotected).hasValue(100);
		for (Connection connection : taken) {
			connection.close();
		}
		Awaitility.await()
			.until(() -> order(other, "{}").headers().firstValue("Idempotency-Status").orElse("").equals("replayed"));
	}

	/**
	 * An instance.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Shop {

		static final Set<String> HANDLERS = ConcurrentHashMap.newKeySet();

		@PostMapping("/orders")
		Mono<ResponseEntity<Map<String, Object>>> order() {
			return Mono.fromSupplier(() -> {
				HANDLERS.add(Thread.currentThread().getName());
				return ResponseEntity.status(201)
					.body(Map.of("number", executions.incrementAndGet(), "item", "bücher"));
			});
		}

	}

}
