package dev.mainstay.security.secrets.jdbc;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.Reloads.Kind;
import dev.mainstay.security.secrets.TreeChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Databases that do worse than to refuse a login.
 */
class PoolCredentialsTests {

	private static final TreeChange CHANGE = new TreeChange(Map.of("db.password", "before"),
			Map.of("db.password", "after"));

	private final OddDriver driver = new OddDriver();

	private final HikariDataSource pool = new HikariDataSource();

	private final Reloads reloads = new Reloads();

	private final AtomicLong nanoTime = new AtomicLong();

	private final PoolCredentials credentials = new PoolCredentials(
			new StaticListableBeanFactory(Map.of("pool", this.pool)), this.reloads, this.nanoTime::get);

	@BeforeEach
	void register() throws SQLException {
		DriverManager.registerDriver(this.driver);
		this.pool.setJdbcUrl(OddDriver.URL);
		this.pool.setUsername("orders");
		this.pool.setPassword("before");
		this.pool.setConnectionTimeout(250);
	}

	@AfterEach
	void deregister() throws SQLException {
		DriverManager.deregisterDriver(this.driver);
	}

	@Test
	void aDatabaseThatHangsHoldsUpNobodyAndIsAskedOnce() {
		CompletableFuture<Void> gate = new CompletableFuture<>();
		this.driver.answers(gate::join);
		this.credentials.changed(CHANGE);
		retryInTime();
		this.nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(11));
		retryInTime();
		assertThat(this.driver.logins()).containsExactly("after");
		assertThat(this.reloads.countRefused(Kind.DATA_SOURCE)).isOne();
		assertThat(this.pool.getPassword()).isEqualTo("before");
		gate.complete(null);
		await().until(() -> this.driver.answered() == 1);
		this.nanoTime.addAndGet(TimeUnit.MINUTES.toNanos(1));
		await().untilAsserted(() -> {
			retryInTime();
			assertThat(this.pool.getPassword()).isEqualTo("after");
		});
		assertThat(this.reloads.countTaken(Kind.DATA_SOURCE)).isOne();
	}

	@Test
	void aDriverThatFailsInAWayOfItsOwnIsAskedAgainAfterAWhile() {
		this.driver.answers(() -> {
			throw new IllegalStateException("a driver of its own");
		});
		this.credentials.changed(CHANGE);
		this.credentials.retry();
		this.credentials.retry();
		assertThat(this.driver.logins()).hasSize(1);
		assertThat(this.reloads.countRefused(Kind.DATA_SOURCE)).isOne();
		this.nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(11));
		this.credentials.retry();
		assertThat(this.driver.logins()).hasSize(2);
	}

	private void retryInTime() {
		assertThat(CompletableFuture.runAsync(this.credentials::retry)).succeedsWithin(Duration.ofSeconds(30));
	}

}
