package dev.mainstay.tests.failures;

import java.net.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a database refuses, whichever way it was asked.
 */
@SpringBootTest(classes = FailuresApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class AbstractDatabaseTests {

	@LocalServerPort
	private int port;

	@Autowired
	private DataSource source;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			insert into item (id, name) values (3, 'nails')                         | 409 | conflict
			insert into item (id, name) values (1, 'canar')                         | 409 | conflict
			insert into item (id, name, shelf_id) values (3, 'canar', 77)           | 409 | conflict
			delete from shelf where id = 1                                          | 409 | conflict
			insert into item (id, name) values (3, 'canary')                        | 400 | malformed-request
			insert into item (id, name, amount) values (3, 'canar', 99999)          | 400 | malformed-request
			insert into item (id, name, amount) values (3, null, 1)                 | 500 | internal-error
			insert into item (id, name, amount) values (3, 'canar', -1)             | 500 | internal-error
			insert into canary values (3)                                           | 500 | internal-error
			update item set amount = 1 / (id - 1)                                   | 500 | internal-error
			""")
	void aStatementThatFailsMeansTheSameInEachWay(String sql, int status, String code) {
		for (String way : List.of("/jdbc", "/batch", "/plain", "/wrapped")) {
			expect(post(way + "?sql=" + URLEncoder.encode(sql, StandardCharsets.UTF_8)), status, code);
		}
	}

	@ParameterizedTest
	@CsvSource({ "id=3&name=nails&amount=1&shelf=1, 409, conflict", "id=3&name=nuts&amount=1&shelf=77, 409, conflict",
			"id=3&name=canary&amount=1&shelf=1, 400, malformed-request",
			"id=3&name=nuts&amount=99999&shelf=1, 400, malformed-request", "id=3&amount=1&shelf=1, 500, internal-error",
			"id=3&name=nuts&amount=-1&shelf=1, 500, internal-error" })
	void anEntityThatCannotBeSavedMeansTheSame(String item, int status, String code) {
		expect(post("/jpa?" + item), status, code);
	}

	@Test
	void aVersionThatIsOutOfDateIsAConflictOrAPreconditionThatDoesNotHold() {
		expect(post("/stale"), 409, "conflict");
		expect(post("/stale", "If-Match", "\"1\""), 412, "precondition-failed");
		expect(post("/jdbc?sql=" + URLEncoder.encode("delete from shelf where id = 1", StandardCharsets.UTF_8),
				"If-Match", "\"1\""), 409, "conflict");
	}

	@Test
	void theVictimOfADeadlockMayTryAgain() {
		CompletableFuture<HttpResponse<String>> other = CompletableFuture
			.supplyAsync(() -> post("/locks?first=1&second=2"));
		HttpResponse<String> one = post("/locks?first=2&second=1");
		List<HttpResponse<String>> failed = Stream.of(one, other.join())
			.filter((answer) -> answer.statusCode() != 200)
			.toList();
		assertThat(failed).isNotEmpty();
		failed.forEach(AbstractDatabaseTests::expectLater);
	}

	@Test
	void whoWaitsForALockInVainMayTryAgain() throws SQLException {
		try (Connection holder = this.source.getConnection()) {
			holder.setAutoCommit(false);
			holder.createStatement().execute("select * from shelf where id = 1 for update");
			String wanted = URLEncoder.encode("update shelf set name = 'canary' where id = 1", StandardCharsets.UTF_8);
			expectLater(post("/jdbc?sql=" + wanted));
			expectLater(post("/plain?sql=" + wanted));
			holder.rollback();
		}
	}

	@Test
	void whoFindsThePoolExhaustedMayTryAgain() throws SQLException {
		List<Connection> taken = new ArrayList<>();
		try {
			for (int i = 0; i < 3; i++) {
				taken.add(this.source.getConnection());
			}
			expectLater(post("/jdbc?sql=select"));
			expectLater(post("/plain?sql=select"));
			expectLater(post("/transaction"));
		}
		finally {
			for (Connection connection : taken) {
				connection.close();
			}
		}
	}

	@Test
	void aDatabaseThatIsNotThereIsADependencyThatIsNotAvailable() {
		expect(post("/nobody"), 503, "dependency-unavailable");
		expect(post("/nobody-pooled"), 503, "dependency-unavailable");
	}

	@Test
	void anUnknownSortPropertyIsTheCallersFault() {
		HttpResponse<String> answer = new Http(this.port).get("/items?sort=canary");
		expect(answer, 400, "malformed-request");
		assertThat(answer.body()).contains("\"errors\":[{\"parameter\":\"sort\",\"code\":\"unknown-sort-property\",")
			.doesNotContain("Item");
		assertThat(new Http(this.port).get("/items?sort=name").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> post(String path, String... headers) {
		return new Http(this.port).post(path, "", headers);
	}

	private static void expectLater(HttpResponse<String> answer) {
		expect(answer, 503, "temporarily-overloaded");
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
	}

	/**
	 * Nothing of the database is told: no statement, constraint, table, class or host.
	 */
	private static void expect(HttpResponse<String> answer, int status, String code) {
		assertThat(answer.body()).contains("\"code\":\"" + code + "\"")
			.doesNotContainIgnoringCase("canar")
			.doesNotContainIgnoringCase("insert", "item_", "constraint_", "Exception", "127.0.0.1", "select", "violat");
		assertThat(answer.statusCode()).isEqualTo(status);
	}

}
