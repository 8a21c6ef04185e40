package dev.mainstay.tests.idempotency.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.tests.harness.linearizability.StoreTorture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the stores say to many threads could be said by one that does one thing at a time.
 * It takes as long as it is told to.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class LinearizabilityTests {

	private static final Logger logger = LoggerFactory.getLogger(LinearizabilityTests.class);

	private static final Retention DAY = new Retention(Duration.ofDays(1), Duration.ofDays(1));

	@Test
	void ofTheStoreInMemory() {
		IdempotencyStore store = new InMemoryIdempotencyStore(DAY, 10_000_000, Long.MAX_VALUE / 4, System::nanoTime);
		torture(() -> store);
	}

	@Test
	void ofTwoInstancesWithOneRedis() {
		List<IdempotencyStore> instances = List.of(patientStore(), patientStore());
		AtomicInteger next = new AtomicInteger();
		torture(() -> instances.get(next.getAndIncrement() % instances.size()));
	}

	/**
	 * A busy machine may take long to connect, which is no answer that could be wrong.
	 */
	private static IdempotencyStore patientStore() {
		return RedisProcess.shared().store(Duration.ofHours(24), Duration.ofSeconds(30));
	}

	private static void torture(Supplier<IdempotencyStore> stores) {
		long seed = ThreadLocalRandom.current().nextLong();
		logger.info("seed {}", seed);
		String done = new StoreTorture(stores, seed, true).run(StoreTorture.duration());
		logger.info(done);
		assertThat(done).contains("GRANTED", "IN_PROGRESS", "ABANDONED", "COMPLETED", "MISMATCH", "TRUE", "FALSE");
	}

	/** It ends with the first contradiction; the rarest fault takes eight seconds. */
	@ParameterizedTest
	@EnumSource
	void aStoreThatIsWrongIsFound(BrokenStore.Fault fault) {
		BrokenStore store = new BrokenStore(fault);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> new StoreTorture(() -> store, 1, true).run(Duration.ofMinutes(1)));
	}

	@Test
	void theSameStoreWithoutAFaultIsRight() {
		BrokenStore store = new BrokenStore(null);
		assertThat(new StoreTorture(() -> store, 1, true).run(Duration.ofSeconds(2))).contains("ABANDONED");
	}

}
