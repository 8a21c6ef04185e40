package dev.mainstay.tests.idempotency;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances whose operations are recorded in their own transactions, and the rows
 * that they leave.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractJoinedModeTests {

	private final JdbcDatabase database;

	private ConfigurableApplicationContext one;

	private ConfigurableApplicationContext other;

	protected HikariDataSource pool;

	protected JdbcTemplate sql;

	protected String ref = "";

	AbstractJoinedModeTests(JdbcDatabase database) {
		this.database = database;
	}

	abstract HikariDataSource openPool();

	/** Of the pools of the instances. */
	String[] poolProperties() {
		return new String[0];
	}

	@BeforeAll
	void start() {
		this.pool = openPool();
		this.sql = new JdbcTemplate(this.pool);
		Stores.createTable(this.pool, this.database);
		this.sql.execute("drop table if exists business");
		this.sql.execute("create table business (ref varchar(64))");
		this.one = run();
		this.other = run("mainstay.idempotency.wait=10s");
	}

	@AfterAll
	void stop() {
		this.one.close();
		this.other.close();
		this.pool.close();
	}

	@BeforeEach
	void nextRef() {
		this.ref = UUID.randomUUID().toString();
	}

	private ConfigurableApplicationContext run(String... properties) {
		return new SpringApplicationBuilder(JoinedApplication.class).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "spring.datasource.url=" + this.pool.getJdbcUrl(),
					"spring.datasource.username=" + this.pool.getUsername(),
					"spring.datasource.hikari.maximum-pool-size=5", "mainstay.idempotency.store=jdbc",
					"mainstay.idempotency.mode=joined")
			.properties(properties)
			.properties(poolProperties())
			.run();
	}

	private static Http http(ConfigurableApplicationContext instance) {
		return new Http(instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	final HttpResponse<String> post(String path) {
		return send(http(this.one), path);
	}

	private HttpResponse<String> postToOther(String path) {
		return send(http(this.other), path);
	}

	private HttpResponse<String> send(Http instance, String path) {
		String query = (path.contains("?") ? "&" : "?") + "ref=" + this.ref;
		return instance.post(path + query, "{}", "Idempotency-Key", '"' + this.ref + '"');
	}

	final int rows() {
		Integer rows = this.sql.queryForObject("select count(*) from business where ref = ?", Integer.class, this.ref);
		return (rows != null) ? rows : -1;
	}

	static String status(HttpResponse<String> answer) {
		return answer.headers().firstValue("Idempotency-Status").orElse("");
	}

	@ParameterizedTest
	@CsvSource({ "/row,201,1", "/declined,402,1", "/rejected,402,1", "/rejected-inside,402,0", "/error-page,409,1",
			"/later,200,1", "/kept-failure,502,0" })
	void anAnswerIsKeptWithWhatWasWritten(String path, int status, int rows) {
		HttpResponse<String> first = post(path);
		HttpResponse<String> second = postToOther(path);
		assertThat(first.statusCode()).isEqualTo(status);
		assertThat(status(first)).isEqualTo("created");
		assertThat(status(second)).isEqualTo("replayed");
		assertThat(second.statusCode()).isEqualTo(status);
		assertThat(second.body()).isEqualTo(first.body()).isNotEmpty();
		assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
		assertThat(rows()).isEqualTo(rows);
	}

	@ParameterizedTest
	@CsvSource({ "/unavailable,503", "/throw,500", "/rollback-only,500", "/commit-fails,500", "/redirect-fails,500",
			"/write-fails,500", "/unrecordable,500" })
	void whatFailsLeavesNothingAndRunsAgain(String path, int status) {
		int before = JoinedApplication.executions.get();
		HttpResponse<String> first = post(path);
		assertThat(first.statusCode()).isEqualTo(status);
		assertThat(first.headers().firstValue("Location")).isEmpty();
		assertThat(rows()).isZero();
		assertThat(status(postToOther(path))).isNotEqualTo("replayed");
		assertThat(JoinedApplication.executions.get() - before).isEqualTo(2);
		assertThat(post("/row").statusCode()).as("an operation of another path").isEqualTo(201);
		assertThat(rows()).isOne();
	}

	@Test
	void anAnswerThatIsTooLargeIsKnownToHaveBeenGiven() {
		assertThat(post("/large").body()).hasSizeGreaterThan(3_000_000);
		HttpResponse<String> second = postToOther("/large");
		assertThat(second.statusCode()).isEqualTo(409);
		assertThat(second.body()).contains("idempotency-response-not-replayable");
		assertThat(rows()).isOne();
	}

	@Test
	void aThreadOfTheHandlerWritesWhileItsOwnComesToItsEnd() {
		long begin = System.nanoTime();
		assertThat(post("/by-hand").body()).hasSizeGreaterThan(3_000_000);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
		assertThat(rows()).isOne();
	}

	@Test
	void aRedirectIsSentWhenItIsRecorded() {
		HttpResponse<String> first = post("/redirect");
		HttpResponse<String> second = postToOther("/redirect");
		assertThat(first.statusCode()).isEqualTo(302);
		assertThat(first.headers().firstValue("Location").orElseThrow()).startsWith("http")
			.endsWith("?ref=" + this.ref);
		assertThat(status(second)).isEqualTo("replayed");
		assertThat(second.statusCode()).isEqualTo(302);
		assertThat(second.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
		assertThat(rows()).isOne();
	}

	@Test
	void anotherBodyIsAMismatch() {
		post("/row");
		HttpResponse<String> answer = http(this.other).post("/row?ref=" + this.ref, "{\"a\":1}", "Idempotency-Key",
				'"' + this.ref + '"');
		assertThat(answer.statusCode()).isEqualTo(422);
	}

	@Test
	void tenAtOnceRunOnceAndNineAreRefused() throws Exception {
		int before = JoinedApplication.executions.get();
		List<HttpResponse<String>> answers = AtOnce.run(4, (i) -> () -> post("/slow?ms=1500"));
		assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(200).contains(409);
		assertThat(answers).filteredOn((answer) -> answer.statusCode() == 409)
			.allSatisfy((answer) -> assertThat(answer.headers().firstValue("Retry-After")).hasValue("1"));
		assertThat(JoinedApplication.executions.get() - before).isOne();
		assertThat(rows()).isOne();
		assertThat(status(post("/slow?ms=1500"))).isEqualTo("replayed");
	}

	@Test
	void whoeverWaitsGetsTheAnswer() throws Exception {
		List<HttpResponse<String>> answers = AtOnce.run(4, (i) -> () -> postToOther("/slow?ms=1000"));
		assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.get(0).body());
		assertThat(answers).extracting(AbstractJoinedModeTests::status)
			.containsOnlyOnce("created")
			.contains("replayed");
		assertThat(rows()).isOne();
	}

	@Test
	void aRaceBetweenTwoInstancesLeavesOneRow() throws Exception {
		for (int round = 0; round < 20; round++) {
			nextRef();
			List<HttpResponse<String>> answers = AtOnce.run(8,
					(i) -> () -> (i % 2 == 0) ? post("/row") : postToOther("/row"));
			assertThat(answers).filteredOn((answer) -> answer.statusCode() == 201)
				.extracting(HttpResponse::body)
				.isNotEmpty()
				.allMatch(answers.stream()
					.filter((answer) -> answer.statusCode() == 201)
					.findFirst()
					.get()
					.body()::equals);
			assertThat(answers).extracting(HttpResponse::statusCode).containsAnyOf(201).isSubsetOf(201, 409);
			assertThat(rows()).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/lease", "/own" })
	void whatIsNotJoinedHasItsOwnTransactions(String path) {
		assertThat(post(path).body()).contains("false");
		assertThat(rows()).isOne();
	}

	@Test
	void aTransactionOfItsOwnStays() {
		assertThat(post("/apart").statusCode()).isEqualTo(500);
		assertThat(rows()).isOne();
	}

	@Test
	void aRequestWithoutAKeyHasNoTransaction() {
		assertThat(http(this.one).post("/rollback-only?ref=" + this.ref, "{}").statusCode()).isEqualTo(200);
		assertThat(http(this.one).post("/throw?ref=" + this.ref, "{}").statusCode()).isEqualTo(500);
		assertThat(rows()).isOne();
	}

	@Test
	void noTransactionIsLeftOpen() {
		for (String path : List.of("/row", "/throw", "/rejected-inside", "/error-page", "/later", "/large",
				"/unrecordable", "/write-fails")) {
			nextRef();
			post(path);
			post(path);
		}
		HikariDataSource inside = this.one.getBean(HikariDataSource.class);
		assertThat(inside.getHikariPoolMXBean().getActiveConnections()).isZero();
	}

}
