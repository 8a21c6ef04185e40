package dev.mainstay.tests.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.IdempotencyRecords;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.UnreadableRecordException;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import dev.mainstay.resilience.idempotency.jdbc.JdbcProbe;
import dev.mainstay.resilience.idempotency.jdbc.TableName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What every database promises.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractJdbcStoreTests extends AbstractStoreTests {

	final List<JdbcIdempotencyStore> opened = new ArrayList<>();

	private HikariDataSource pool;

	private CountingDataSource counted;

	abstract HikariDataSource pool();

	abstract JdbcDatabase database();

	/** How many statements a repetition takes. */
	int statementsOfARepetition() {
		return 1;
	}

	@BeforeAll
	void createTable() {
		this.pool = pool();
		this.counted = new CountingDataSource(this.pool);
		Stores.createTable(this.pool, database());
	}

	@AfterEach
	void closeStores() {
		this.opened.forEach(JdbcIdempotencyStore::close);
		this.opened.clear();
	}

	@AfterAll
	void closePool() {
		this.pool.close();
	}

	@Override
	List<IdempotencyStore> open(Retention retention) {
		this.opened.add(Stores.open(this.counted, database(), retention));
		this.opened.add(Stores.open(this.pool, database(), retention));
		return List.copyOf(this.opened);
	}

	/** Commits, also where the pool does not. */
	private void sql(String sql, Object... parameters) {
		new TransactionTemplate(new JdbcTransactionManager(this.pool))
			.executeWithoutResult((status) -> new JdbcTemplate(this.pool).update(sql, parameters));
	}

	private JdbcIdempotencyStore one() {
		open(new Retention(Stores.LONG, Stores.LONG));
		return this.opened.get(0);
	}

	@Test
	void aFirstRequestTakesTwoStatementsAndARepetitionOne() {
		JdbcIdempotencyStore store = one();
		Operation operation = operation();
		Operation other = new Operation(operation.recordKey(), digest("other"), operation.caller());
		this.counted.reset();
		String token = granted(store.claim(operation, LEASE));
		assertThat(this.counted.reset()).as("claim").isOne();
		store.claim(operation, LEASE);
		assertThat(this.counted.reset()).as("conflict").isEqualTo(statementsOfARepetition());
		store.claim(other, LEASE);
		assertThat(this.counted.reset()).as("mismatch").isEqualTo(statementsOfARepetition());
		store.complete(operation.recordKey(), token, answer(200));
		assertThat(this.counted.reset()).as("end").isOne();
		store.claim(operation, LEASE);
		assertThat(this.counted.reset()).as("replay").isEqualTo(statementsOfARepetition());
	}

	@Test
	void expiredRowsAreDeletedInBatchesAndNoOtherIs() throws InterruptedException {
		sql("delete from mainstay_idempotency");
		open(new Retention(Duration.ofMillis(200), Duration.ofMillis(200)));
		JdbcIdempotencyStore brief = this.opened.get(0);
		IntStream.range(0, 25).forEach((i) -> granted(brief.claim(operation(), Duration.ofMillis(1))));
		Operation kept = operation();
		granted(one().claim(kept, LEASE));
		Operation revived = operation();
		String token = granted(brief.claim(revived, Duration.ofMillis(1)));
		Thread.sleep(300);
		assertThat(Stores.open(this.pool, database()).complete(revived.recordKey(), token, answer(200))).isTrue();
		assertThat(List.of(brief.purge(10), brief.purge(10), brief.purge(10), brief.purge(10))).containsExactly(10, 10,
				5, 0);
		assertThat(brief.claim(kept, LEASE)).isInstanceOf(ClaimResult.InProgress.class);
		assertThat(brief.claim(revived, LEASE)).isInstanceOf(ClaimResult.Completed.class);
	}

	@Test
	void anOperatorSeesAndSettlesRecords() {
		sql("delete from mainstay_idempotency");
		JdbcIdempotencyStore store = one();
		Operation first = operation();
		Operation lost = operation();
		String token = granted(store.claim(first, LEASE));
		granted(store.claim(lost, Duration.ofMillis(1)));
		assertThat(store.unfinished(10)).extracting(IdempotencyRecords.Entry::recordKey)
			.containsExactlyInAnyOrder(first.recordKey(), lost.recordKey());
		assertThat(store.unfinished(1)).hasSize(1);
		assertThat(store.find(lost.recordKey())).get().matches(IdempotencyRecords.Entry::abandoned);
		assertThat(store.resolve(lost.recordKey(), new Outcome.Unknown())).isTrue();
		assertThat(store.resolve(lost.recordKey(), new Outcome.NotReplayable())).isTrue();
		assertThat(store.resolve(lost.recordKey(), new Outcome.Unknown())).as("it has an end").isFalse();
		assertThat(store.forget(first.recordKey())).isTrue();
		assertThat(store.complete(first.recordKey(), token, answer(200))).isFalse();
		assertThat(store.find(first.recordKey())).isEmpty();
	}

	@Test
	void aRowThatIsNotOursIsLeftAsItIs() {
		JdbcIdempotencyStore store = one();
		Operation operation = operation();
		store.complete(operation.recordKey(), granted(store.claim(operation, LEASE)), answer(200));
		sql("update mainstay_idempotency set outcome = ? where outcome is not null", new byte[] { 99, 1 });
		assertThat(catchThrowable(() -> store.claim(operation, LEASE))).isInstanceOf(UnreadableRecordException.class);
		sql("delete from mainstay_idempotency");
	}

	@Test
	void theTableIsFoundByItsName() {
		Duration timeout = Duration.ofSeconds(5);
		JdbcProbe found = JdbcProbe.of(this.pool, TableName.of("mainstay_idempotency"), timeout);
		assertThat(found.present()).isTrue();
		assertThat(JdbcProbe.of(this.pool, TableName.of("another"), timeout).present()).isFalse();
		assertThat(JdbcProbe.of(this.pool, TableName.of("nowhere.mainstay_idempotency"), timeout).present()).isFalse();
	}

}
