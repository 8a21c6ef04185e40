package dev.mainstay.tests.idempotency;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.HeldClaim;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.tests.harness.Http;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What requests cost a store, and what becomes of them without one, on both stacks.
 */
class StoreAtHttpTests {

	private static final AtomicInteger calls = new AtomicInteger();

	private static ConfigurableApplicationContext run(WebApplicationType type, Class<?> more, String... properties) {
		return new SpringApplicationBuilder(ReactiveTwoInstancesTests.Shop.class, more).web(type)
			.properties("server.port=0")
			.properties(properties)
			.run();
	}

	private static HttpResponse<String> order(ConfigurableApplicationContext context, String body, String... headers) {
		return new Http(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class))
			.post("/orders", body, headers);
	}

	private static int callsOf(ConfigurableApplicationContext context, int status, String body, String... headers) {
		int before = calls.get();
		assertThat(order(context, body, headers).statusCode()).isEqualTo(status);
		return calls.get() - before;
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void aRequestWithoutAKeyCallsNoStore(WebApplicationType type) {
		try (ConfigurableApplicationContext context = run(type, Counted.class,
				"spring.datasource.url=jdbc:h2:mem:http")) {
			String key = '"' + UUID.randomUUID().toString() + '"';
			assertThat(callsOf(context, 201, "{}")).isZero();
			assertThat(callsOf(context, 400, "{}", "Idempotency-Key", "\"")).isZero();
			assertThat(callsOf(context, 201, "{}", "Idempotency-Key", key)).isEqualTo(2);
			assertThat(callsOf(context, 201, "{}", "Idempotency-Key", key)).isEqualTo(1);
			assertThat(callsOf(context, 422, "{\"a\":1}", "Idempotency-Key", key)).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void withoutItsDatabaseAClosedServiceRefuses(WebApplicationType type) throws Exception {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start()) {
			try (HikariDataSource pool = new HikariDataSource()) {
				pool.setDataSource(postgres.getPostgresDatabase());
				Stores.createTable(pool, JdbcDatabase.POSTGRESQL);
			}
			try (ConfigurableApplicationContext context = run(type, Nothing.class,
					"mainstay.idempotency.when-down=closed", "mainstay.idempotency.store=jdbc",
					"spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
					"spring.datasource.username=postgres")) {
				assertThat(order(context, "{}", "Idempotency-Key", "\"up\"").statusCode()).isEqualTo(201);
				postgres.close();
				isRefused(context);
			}
		}
	}

	private static void isRefused(ConfigurableApplicationContext context) {
		int before = ReactiveTwoInstancesTests.executions.get();
		long begin = System.nanoTime();
		HttpResponse<String> answer = order(context, "{}", "Idempotency-Key", "\"down\"");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains("\"code\":\"idempotency-store-unavailable\"");
		assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(5);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(2500));
		assertThat(ReactiveTwoInstancesTests.executions).hasValue(before);
		assertThat(order(context, "{}").statusCode()).as("without a key").isEqualTo(201);
	}

	/**
	 * Nothing but what is configured.
	 */
	static class Nothing {

	}

	/**
	 * A store that counts what it is asked.
	 */
	static class Counted {

		@Bean
		IdempotencyStore counted() {
			return new CountingStore(new InMemoryIdempotencyStore(new Retention(Stores.LONG, Stores.LONG), 1000,
					1 << 20, System::nanoTime), calls);
		}

	}

	private record CountingStore(IdempotencyStore store, AtomicInteger calls) implements IdempotencyStore {

		private IdempotencyStore counted() {
			this.calls.incrementAndGet();
			return this.store;
		}

		@Override
		public ClaimResult claim(Operation operation, Duration lease) {
			return counted().claim(operation, lease);
		}

		@Override
		public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
			return counted().takeOver(operation, lost, lease);
		}

		@Override
		public Collection<HeldClaim> renew(Collection<HeldClaim> claims, Duration lease) {
			return counted().renew(claims, lease);
		}

		@Override
		public boolean complete(String recordKey, String token, Outcome outcome) {
			return counted().complete(recordKey, token, outcome);
		}

		@Override
		public boolean release(String recordKey, String token) {
			return counted().release(recordKey, token);
		}

		@Override
		public boolean abandon(String recordKey, String token) {
			return counted().abandon(recordKey, token);
		}

	}

}
