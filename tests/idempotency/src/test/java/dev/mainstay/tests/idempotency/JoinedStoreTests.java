package dev.mainstay.tests.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.JoinedStore;
import dev.mainstay.resilience.idempotency.JoinedStore.Joining;
import dev.mainstay.resilience.idempotency.JoinedTransaction;
import dev.mainstay.resilience.idempotency.LostClaimException;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.StoredResponse;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Claims by transactions, on every database. Those of MySQL run on MariaDB.
 */
class JoinedStoreTests {

	private static final Outcome ANSWER = new Outcome.Replayable(new StoredResponse(201, Map.of(), new byte[300]));

	private HikariDataSource pool;

	private CountingDataSource counting;

	private JdbcIdempotencyStore leased;

	private JoinedStore joined;

	private final Operation operation = AbstractStoreTests.operation();

	private void open(JdbcDatabase database, Retention retention) {
		this.pool = switch (database) {
			case POSTGRESQL -> PostgresServer.pool();
			case MYSQL, MARIADB -> MariaDbPool.open();
			case H2 -> h2();
		};
		Stores.createTable(this.pool, database);
		this.counting = new CountingDataSource(this.pool);
		this.leased = Stores.open(this.counting, database, retention);
		this.joined = this.leased.joinedBy(new JdbcTransactionManager(this.counting));
		this.counting.reset();
	}

	private void open(JdbcDatabase database) {
		open(database, new Retention(Stores.LONG, Stores.LONG));
	}

	private static HikariDataSource h2() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:joined-store");
		return pool;
	}

	@AfterEach
	void close() {
		this.leased.close();
		this.pool.close();
	}

	private static JoinedTransaction begun(Joining joining) {
		return ((Joining.Begun) joining).transaction();
	}

	private static ClaimResult found(Joining joining) {
		return ((Joining.Found) joining).result();
	}

	@ParameterizedTest
	@EnumSource
	void aRequestTakesTwoStatementsAndARepetitionOne(JdbcDatabase database) {
		open(database);
		begun(this.joined.join(this.operation)).commit(ANSWER);
		assertThat(this.counting.reset()).as("first request").isEqualTo(2);
		assertThat(found(this.joined.join(this.operation))).isInstanceOf(ClaimResult.Completed.class);
		assertThat(this.counting.reset()).as("replay").isOne();
		Operation other = new Operation(this.operation.recordKey(), AbstractStoreTests.digest("another body"),
				this.operation.caller());
		assertThat(found(this.joined.join(other))).isInstanceOf(ClaimResult.Mismatch.class);
		assertThat(this.counting.reset()).as("mismatch").isOne();
	}

	@ParameterizedTest
	@EnumSource
	void whileOneRunsAnotherIsRefusedByOneStatement(JdbcDatabase database) throws Exception {
		open(database);
		JoinedTransaction transaction = begun(this.joined.join(this.operation));
		this.counting.reset();
		assertThat(AtOnce.run(1, (i) -> () -> found(this.joined.join(this.operation))).get(0))
			.isInstanceOf(ClaimResult.InProgress.class);
		assertThat(this.counting.reset()).isOne();
		transaction.rollBack();
		AtOnce.run(1, (i) -> () -> {
			begun(this.joined.join(this.operation)).commit(ANSWER);
			return true;
		});
		assertThat(found(this.joined.join(this.operation))).isInstanceOf(ClaimResult.Completed.class);
	}

	@ParameterizedTest
	@EnumSource
	void whoIsRecordedSecondIsUndone(JdbcDatabase database) {
		open(database);
		JoinedTransaction transaction = begun(this.joined.join(this.operation));
		ClaimResult.Granted granted = (ClaimResult.Granted) this.leased.claim(this.operation, Stores.LONG);
		assertThatExceptionOfType(LostClaimException.class).isThrownBy(() -> transaction.commit(ANSWER));
		assertThat(found(this.joined.join(this.operation))).isInstanceOf(ClaimResult.InProgress.class);
		this.leased.complete(this.operation.recordKey(), granted.token(), ANSWER);
		assertThat(found(this.joined.join(this.operation))).isInstanceOf(ClaimResult.Completed.class);
	}

	@ParameterizedTest
	@EnumSource
	void whatHasExpiredMakesRoom(JdbcDatabase database) throws Exception {
		open(database, new Retention(Duration.ofMillis(50), Duration.ofMillis(50)));
		begun(this.joined.join(this.operation)).commit(ANSWER);
		Thread.sleep(200);
		begun(this.joined.join(this.operation)).commit(ANSWER);
		Thread.sleep(200);
		JoinedTransaction transaction = begun(this.joined.join(this.operation));
		assertThat(this.leased.claim(this.operation, Stores.LONG)).isInstanceOf(ClaimResult.Granted.class);
		assertThatExceptionOfType(LostClaimException.class).isThrownBy(() -> transaction.commit(ANSWER));
	}

	@ParameterizedTest
	@EnumSource
	void anOwnerThatWasLostIsReplacedOnDemand(JdbcDatabase database) throws Exception {
		open(database);
		this.leased.claim(this.operation, Duration.ofMillis(50));
		Thread.sleep(200);
		ClaimResult.Abandoned lost = (ClaimResult.Abandoned) found(this.joined.join(this.operation));
		JoinedTransaction transaction = begun(this.joined.takeOver(this.operation, lost.token()));
		assertThat(AtOnce.run(1, (i) -> () -> found(this.joined.takeOver(this.operation, lost.token()))).get(0))
			.isInstanceOf(ClaimResult.InProgress.class);
		transaction.commit(ANSWER);
		assertThat(found(this.joined.join(this.operation))).isInstanceOf(ClaimResult.Completed.class);
		assertThat(this.leased.complete(this.operation.recordKey(), lost.token(), ANSWER)).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void whatOutlivesItsThreadIsALeasedClaim(JdbcDatabase database) {
		open(database);
		String token = begun(this.joined.join(this.operation)).commitUnfinished(Stores.LONG);
		assertThat(found(this.joined.join(this.operation))).isInstanceOf(ClaimResult.InProgress.class);
		assertThat(this.leased.complete(this.operation.recordKey(), token, ANSWER)).isTrue();
		assertThat(found(this.joined.join(this.operation))).isInstanceOf(ClaimResult.Completed.class);
	}

	/** Whoever gets the lock sees what the last one who had it has committed. */
	@Test
	void onPostgresNobodyRunsInVainAfterACommit() throws Exception {
		open(JdbcDatabase.POSTGRESQL);
		for (int round = 0; round < 300; round++) {
			Operation raced = AbstractStoreTests.operation();
			List<Boolean> begun = AtOnce.run(4, (i) -> () -> runs(raced));
			assertThat(begun).containsOnlyOnce(true);
		}
	}

	private boolean runs(Operation raced) {
		if (!(this.joined.join(raced) instanceof Joining.Begun begun)) {
			return false;
		}
		begun.transaction().commit(ANSWER);
		return true;
	}

}
