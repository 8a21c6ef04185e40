package dev.mainstay.tests.idempotency;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of a service on one PostgreSQL, whose pool is as strict as pools are.
 */
class TwoInstancesTests {

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	@BeforeEach
	void createTable() {
		try (HikariDataSource pool = PostgresServer.pool()) {
			Stores.createTable(pool, JdbcDatabase.POSTGRESQL);
		}
	}

	@AfterEach
	void stop() {
		this.contexts.forEach(ConfigurableApplicationContext::close);
	}

	private Http start(String... properties) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(OrderApplication.class)
			.web(WebApplicationType.SERVLET)
			.properties("server.port=0", "spring.datasource.url=" + PostgresServer.url(),
					"spring.datasource.username=postgres", "spring.datasource.hikari.auto-commit=false",
					"spring.datasource.hikari.maximum-pool-size=5",
					"spring.datasource.hikari.transaction-isolation=TRANSACTION_REPEATABLE_READ",
					"management.endpoints.web.exposure.include=mainstay")
			.properties(properties)
			.run();
		this.contexts.add(context);
		return new Http(Integer.parseInt(context.getEnvironment().getProperty("local.server.port")));
	}

	private static HttpResponse<String> order(Http instance, String key) {
		return instance.post("/orders", "{}", "Idempotency-Key", '"' + key + '"');
	}

	private static String status(HttpResponse<String> answer) {
		return answer.headers().firstValue("Idempotency-Status").orElse("");
	}

	@Test
	void whatOneHasAnsweredTheOtherReplays() throws Exception {
		Http one = start();
		Http other = start();
		String key = UUID.randomUUID().toString();
		HttpResponse<String> first = order(one, key);
		HttpResponse<String> second = order(other, key);
		assertThat(status(first)).isEqualTo("created");
		assertThat(status(second)).isEqualTo("replayed");
		assertThat(second.statusCode()).isEqualTo(201).isEqualTo(first.statusCode());
		assertThat(second.body()).isEqualTo(first.body()).contains("bücher");
		assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
		assertThat(other.post("/orders", "{\"a\":1}", "Idempotency-Key", key).statusCode()).isEqualTo(422);
		assertThat(one.get("/actuator/mainstay").body()).contains("keys in PostgreSQL, table mainstay_idempotency");
		int before = OrderApplication.EXECUTIONS.get();
		String raced = UUID.randomUUID().toString();
		AtOnce.run(8, (i) -> () -> order((i % 2 == 0) ? one : other, raced));
		assertThat(OrderApplication.EXECUTIONS.get() - before).isOne();
	}

	@Test
	void aRequestThatIsLongerThanItsLeaseStaysInProgress() throws Exception {
		Http one = start("mainstay.idempotency.lease=600ms");
		Http other = start("mainstay.idempotency.lease=600ms");
		int before = OrderApplication.EXECUTIONS.get();
		List<HttpResponse<String>> answers = AtOnce.run(2, (i) -> () -> {
			Thread.sleep(i * 1500L);
			return ((i == 0) ? one : other).post("/slow?ms=2500", "{}", "Idempotency-Key", "long");
		});
		assertThat(answers.get(0).statusCode()).isEqualTo(200);
		assertThat(answers.get(1).statusCode()).isEqualTo(409);
		assertThat(answers.get(1).body()).contains("idempotency-in-progress");
		assertThat(other.post("/slow?ms=2500", "{}", "Idempotency-Key", "long").body())
			.isEqualTo(answers.get(0).body());
		assertThat(OrderApplication.EXECUTIONS.get() - before).isOne();
	}

	@Test
	void withoutTheStoreRequestsRunUnprotected() {
		Http one = start();
		try (HikariDataSource pool = PostgresServer.pool()) {
			new JdbcTemplate(pool).execute("drop table mainstay_idempotency");
		}
		HttpResponse<String> answer = order(one, "down");
		assertThat(answer.statusCode()).isEqualTo(201);
		assertThat(status(answer)).isEqualTo("unprotected");
	}

	/** The default of a second would be over sooner. */
	@Test
	void aStoreThatHangsIsNotWaitedForLong() throws Exception {
		Http one = start("mainstay.idempotency.store-timeout=2s");
		order(one, "warm");
		try (HikariDataSource pool = PostgresServer.pool(); Connection lock = pool.getConnection()) {
			lock.setAutoCommit(false);
			lock.createStatement().execute("lock table mainstay_idempotency in access exclusive mode");
			long begin = System.nanoTime();
			HttpResponse<String> answer = order(one, "hung");
			assertThat(status(answer)).isEqualTo("unprotected");
			assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(1900L, 6000L);
			lock.rollback();
		}
	}

}
