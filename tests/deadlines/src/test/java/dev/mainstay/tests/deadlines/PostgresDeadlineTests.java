package dev.mainstay.tests.deadlines;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.tests.harness.Http;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of the statements of a request when its time is up, on PostgreSQL.
 */
@SpringBootTest(classes = { DeadlineApplication.class, PostgresDeadlineTests.Tomcat.class },
		webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PostgresDeadlineTests {

	private static final String HEADER = "X-Request-Timeout-Ms";

	private static EmbeddedPostgres postgres;

	@LocalServerPort
	private int port;

	@Autowired
	private DataSource source;

	@BeforeAll
	static void startPostgres() throws IOException {
		postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
	}

	@AfterAll
	static void stopPostgres() throws IOException {
		postgres.close();
	}

	@DynamicPropertySource
	static void postgresProperties(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
		registry.add("spring.datasource.username", () -> "postgres");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/jdbc", "/transaction", "/jpa", "/plain", "/async" })
	void aStatementIsCancelledWhenItsRequestHasNoTimeLeft(String way) {
		get(way + "?seconds=0");
		long begin = System.nanoTime();
		HttpResponse<String> answer = get(way + "?seconds=10", HEADER, "1000");
		Duration taken = Duration.ofNanos(System.nanoTime() - begin);
		assertThat(answer.body()).contains("\"code\":\"deadline-exceeded\"").doesNotContain("pg_sleep");
		assertThat(answer.statusCode()).isEqualTo(504);
		assertThat(taken).isBetween(Duration.ofMillis(950), Duration.ofSeconds(2));
		assertThat(running()).isZero();
		assertThat(get(way + "?seconds=1.2").body()).as("without a deadline").isEqualTo("slept");
	}

	private int running() {
		Integer count = new JdbcTemplate(postgres.getPostgresDatabase()).queryForObject(
				"select count(*) from pg_stat_activity where state = 'active' and query like 'select%pg_sleep%' "
						+ "and pid <> pg_backend_pid()",
				Integer.class);
		return (count != null) ? count : -1;
	}

	@Test
	void anAnswerInTimeIsTheAnswer() {
		assertThat(get("/jdbc?seconds=0.1", HEADER, "5000").body()).isEqualTo("slept");
		assertThat(get("/jpa?seconds=0.1", HEADER, "5000").body()).isEqualTo("slept");
	}

	@Test
	void afterTheDeadlineNoStatementIsSentButThoseThatHaveToBe() {
		HttpResponse<String> late = get("/late", HEADER, "200");
		assertThat(late.statusCode()).isEqualTo(504);
		assertThat(late.body()).contains("\"code\":\"deadline-exceeded\"");
		assertThat(get("/cleaning", HEADER, "200").body()).isEqualTo("found 1");
	}

	@Test
	void thePoolIsWhatItWasToEverybodyElse() throws SQLException {
		HikariDataSource pool = DataSourceUnwrapper.unwrap(this.source, HikariConfigMXBean.class,
				HikariDataSource.class);
		assertThat(pool).isNotNull();
		assertThat(this.source.isWrapperFor(HikariDataSource.class)).isTrue();
		assertThat(this.source.unwrap(HikariDataSource.class).getJdbcUrl()).isEqualTo(pool.getJdbcUrl());
		assertThat(this.source).hasToString(pool.toString()).asString().startsWith("HikariDataSource");
		try (Connection connection = this.source.getConnection()) {
			assertThat(connection.getClass().getName()).startsWith("com.zaxxer.hikari");
			assertThat(connection.unwrap(PGConnection.class)).isNotNull();
			assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isPositive();
		}
		DataSource derived = DataSourceBuilder.derivedFrom(this.source).username("postgres").build();
		try (Connection connection = derived.getConnection()) {
			assertThat(connection.isValid(2)).isTrue();
		}
		((HikariDataSource) derived).close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc.connections.max", "jdbc.connections.idle", "hikaricp.connections",
			"hikaricp.connections.max" })
	void metersOfThePoolAreThere(String meter) {
		get("/jdbc?seconds=0");
		HttpResponse<String> answer = get("/actuator/metrics/" + meter);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.body()).containsPattern("\"value\":[12]");
	}

	@Test
	void healthAndStatusTellOfNoLoss() {
		assertThat(get("/actuator/health").body()).contains("\"db\":{", "\"status\":\"UP\"", "PostgreSQL");
		assertThat(get("/actuator/mainstay").body()).contains("\"name\":\"deadline\",\"state\":\"on\"");
	}

	@Test
	void thePropertiesOfThePoolAreShownAsBefore() {
		HttpResponse<String> answer = get("/actuator/configprops/spring.datasource.hikari");
		assertThat(answer.body()).contains("\"maximumPoolSize\"")
			.doesNotContain("\"error\"", "targetSource", "advisor", "proxyTargetClass", "Cannot serialize");
	}

	private HttpResponse<String> get(String path, String... headers) {
		return new Http(this.port).get(path, headers);
	}

	@Configuration(proxyBeanMethods = false)
	static class Tomcat {

		@Bean
		TomcatServletWebServerFactory tomcat() {
			return new TomcatServletWebServerFactory();
		}

	}

}
