package dev.mainstay.tests.rotation;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The password of a real database changes, there and in the file that the service got it
 * from, in either order.
 */
@ExtendWith(OutputCaptureExtension.class)
class PoolRotationTests {

	private static final String USERNAME = "spring.datasource.username";

	private static final String PASSWORD = "spring.datasource.password";

	private static PasswordDatabase database;

	private final String first = UUID.randomUUID().toString();

	private final String second = UUID.randomUUID().toString();

	private MountedSecret secret;

	private Running application;

	private Http http;

	@BeforeAll
	static void startDatabase() {
		database = new PasswordDatabase();
	}

	@AfterAll
	static void stopDatabase() {
		database.close();
	}

	@BeforeEach
	void start(@TempDir Path folder) {
		database.setPassword(PasswordDatabase.USER, this.first);
		this.secret = new MountedSecret(folder, files(PasswordDatabase.USER, this.first));
		this.application = Running.start("--spring.main.web-application-type=servlet",
				"--spring.config.import=configtree:" + folder + "/", "--spring.datasource.url=" + database.url(),
				"--spring.datasource.hikari.maximum-pool-size=2", "--spring.datasource.hikari.connection-timeout=5000");
		this.http = new Http(this.application.port());
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	private static Map<String, String> files(String user, String password) {
		return Map.of(USERNAME, user, PASSWORD, password + "\n");
	}

	@Test
	void noRequestFailsIfTheDatabaseChangesFirst() {
		try (Repeated requests = new Repeated(this::user)) {
			Await.until(() -> assertThat(requests.seen()).contains("200 orders"));
			database.setPassword(PasswordDatabase.USER, this.second);
			this.secret.update(files(PasswordDatabase.USER, this.second));
			Await.until(() -> assertThat(this.application.taken("data-source")).isEqualTo(1));
			makeConnectionsAnew();
			int before = requests.times();
			Await.until(() -> assertThat(requests.times()).isGreaterThan(before + 20));
			assertThat(requests.seen()).containsExactly("200 orders");
		}
		assertThat(this.application.refused("data-source")).isZero();
		assertThat(this.application.bean(RotationApplication.class).told()).containsExactly(Set.of(PASSWORD));
	}

	@Test
	void thePoolKeepsItsPasswordUntilTheDatabaseTakesTheNewOne(CapturedOutput output) {
		try (Repeated requests = new Repeated(this::user)) {
			this.secret.update(files(PasswordDatabase.USER, this.second));
			Await.until(() -> assertThat(this.application.refused("data-source")).isEqualTo(1));
			makeConnectionsAnew();
			int before = requests.times();
			Await.until(() -> assertThat(requests.times()).isGreaterThan(before + 20));
			database.setPassword(PasswordDatabase.USER, this.second);
			Await.until(() -> assertThat(this.application.taken("data-source")).isEqualTo(1));
			makeConnectionsAnew();
			int after = requests.times();
			Await.until(() -> assertThat(requests.times()).isGreaterThan(after + 20));
			assertThat(requests.seen()).containsExactly("200 orders");
		}
		assertThat(output).containsOnlyOnce("keeps its old credentials")
			.contains("SQL state 28P01")
			.doesNotContain(this.first)
			.doesNotContain(this.second);
	}

	@Test
	void aUserAndItsPasswordAreExchangedTogether() {
		database.create("orders_2", this.second);
		this.secret.update(files("orders_2", this.second));
		Await.until(() -> assertThat(this.application.taken("data-source")).isEqualTo(1));
		makeConnectionsAnew();
		Await.until(() -> assertThat(user()).isEqualTo("200 orders_2"));
	}

	@Test
	void aFileThatIsEmptyOrMissingIsNeverAnEmptyPassword(CapturedOutput output) throws Exception {
		Files.writeString(this.secret.file(PASSWORD), "");
		Await.until(() -> assertThat(output).containsOnlyOnce("stays in use, for " + PASSWORD));
		Files.delete(this.secret.file(USERNAME));
		Await.until(() -> assertThat(output).containsOnlyOnce("stays in use, for " + USERNAME));
		makeConnectionsAnew();
		assertThat(user()).isEqualTo("200 orders");
		assertThat(this.application.taken("config-tree") + this.application.taken("data-source")).isZero();
		assertThat(this.application.refused("config-tree")).isEqualTo(2);
		assertThat(this.application.bean(RotationApplication.class).told()).isEmpty();
	}

	private void makeConnectionsAnew() {
		this.application.bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
	}

	private String user() {
		HttpResponse<String> answer = this.http.get("/user");
		return answer.statusCode() + " " + answer.body();
	}

}
