package dev.mainstay.tests.torture.idempotency;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services that are killed and frozen under load, each for
 * {@code mainstay.torture.seconds}, or until {@code mainstay.torture.kills} instances
 * were killed.
 */
class TortureTests {

	private static final int SECONDS = Integer.getInteger("mainstay.torture.seconds", 60);

	private static final int KILLS = Integer.getInteger("mainstay.torture.kills", 6);

	private static Servers servers;

	@BeforeAll
	static void start() {
		servers = Servers.start();
	}

	@AfterAll
	static void stop() {
		servers.close();
	}

	@Test
	void inTheDatabaseNothingIsDoneTwice() throws Exception {
		Verdict verdict = new Torture(servers, SECONDS, KILLS).run("jdbc", "reject");
		assertThat(verdict.broken()).isEmpty();
		assertThat(verdict.unknown() + verdict.late()).as("orders whose owner was lost").isPositive();
	}

	@Test
	void inTheDatabaseWhatIsDoneTwiceIsCounted() throws Exception {
		Verdict verdict = new Torture(servers, SECONDS, KILLS).run("jdbc", "re-execute");
		assertThat(verdict.broken()).isEmpty();
	}

	@Test
	void inRedisNothingIsDoneTwice() throws Exception {
		Verdict verdict = new Torture(servers, SECONDS, KILLS).run("redis", "reject");
		assertThat(verdict.broken()).isEmpty();
		assertThat(verdict.unknown() + verdict.late()).as("orders whose owner was lost").isPositive();
	}

	@Test
	void inRedisWhatIsDoneTwiceIsCounted() throws Exception {
		Verdict verdict = new Torture(servers, SECONDS, KILLS).run("redis", "re-execute");
		assertThat(verdict.broken()).isEmpty();
	}

	/** Whoever runs an order for long holds a connection. */
	@Test
	void inItsTransactionEachOrderIsDoneOnce() throws Exception {
		Verdict verdict = new Torture(servers, SECONDS, KILLS).run("jdbc", "reject",
				"--mainstay.idempotency.mode=joined", "--spring.datasource.hikari.maximum-pool-size=40");
		assertThat(verdict.broken()).isEmpty();
		assertThat(verdict.doubled() + verdict.unknown() + verdict.late()).isZero();
	}

	/** What looks for second effects finds those of a service that takes no keys. */
	@Test
	void aServiceWithoutKeysIsFound() throws Exception {
		Verdict verdict = new Torture(servers, 3, 0).run("jdbc", "reject",
				"--mainstay.idempotency.exclude-paths=/orders");
		assertThat(verdict.broken()).anySatisfy((broken) -> assertThat(broken).startsWith("two effects"));
	}

}
