package dev.mainstay.tests.idempotency.redis;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.ClaimResult.Granted;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances of a service and eight simultaneous requests.
 */
class RedisConcurrencyTests {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private static final int THREADS = 8;

	private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS);

	private final List<RedisIdempotencyStore> instances = List.of(RedisProcess.shared().store(),
			RedisProcess.shared().store());

	@AfterAll
	static void stop() {
		POOL.shutdownNow();
	}

	@Test
	void ofEightSimultaneousClaimsOneIsGranted() {
		for (int i = 0; i < 600; i++) {
			Operation operation = operation();
			List<ClaimResult> results = together((thread) -> instance(thread).claim(operation, LEASE));
			assertThat(results).filteredOn(Granted.class::isInstance).hasSize(1);
			String token = granted(results);
			if (i % 2 == 0) {
				assertThat(instance(i / 2).complete(operation.recordKey(), token, RedisStoreTests.answer("done")))
					.isTrue();
			}
		}
	}

	@Test
	void whileTheOwnerEndsNobodyElseIsGranted() {
		for (int i = 0; i < 600; i++) {
			Operation operation = operation();
			String token = ((Granted) instance(0).claim(operation, LEASE)).token();
			List<ClaimResult> results = together((thread) -> {
				if (thread == 0) {
					instance(0).complete(operation.recordKey(), token, RedisStoreTests.answer("done"));
				}
				return instance(thread).claim(operation, LEASE);
			});
			assertThat(results).noneMatch(Granted.class::isInstance);
		}
	}

	@Test
	void ofEightSuccessorsOneTakesOver() throws InterruptedException {
		for (int i = 0; i < 50; i++) {
			Operation operation = operation();
			String lost = ((Granted) instance(0).claim(operation, Duration.ofMillis(5))).token();
			Thread.sleep(10);
			List<ClaimResult> results = together((thread) -> instance(thread).takeOver(operation, lost, LEASE));
			assertThat(results).filteredOn(Granted.class::isInstance).hasSize(1);
		}
	}

	@Test
	void whenTheTimeOfAnAnswerIsOverOneOfEightIsGranted() throws InterruptedException {
		RedisIdempotencyStore forgetful = RedisProcess.shared().store(Duration.ofMillis(500));
		Operation operation = operation();
		String token = ((Granted) forgetful.claim(operation, LEASE)).token();
		forgetful.complete(operation.recordKey(), token, RedisStoreTests.answer("done"));
		assertThat(together((thread) -> instance(thread).claim(operation, LEASE))).noneMatch(Granted.class::isInstance);
		Thread.sleep(520);
		assertThat(together((thread) -> instance(thread).claim(operation, LEASE))).filteredOn(Granted.class::isInstance)
			.hasSize(1);
		forgetful.close();
	}

	private RedisIdempotencyStore instance(int thread) {
		return this.instances.get(thread % this.instances.size());
	}

	private static Operation operation() {
		return new Operation(UUID.randomUUID().toString(), "fingerprint", "caller");
	}

	private static String granted(List<ClaimResult> results) {
		return results.stream()
			.filter(Granted.class::isInstance)
			.map((it) -> ((Granted) it).token())
			.findFirst()
			.orElseThrow();
	}

	private static List<ClaimResult> together(IntFunction<ClaimResult> call) {
		CyclicBarrier start = new CyclicBarrier(THREADS);
		List<Callable<ClaimResult>> calls = IntStream.range(0, THREADS)
			.<Callable<ClaimResult>>mapToObj((thread) -> () -> {
				start.await();
				return call.apply(thread);
			})
			.toList();
		try {
			return POOL.invokeAll(calls).stream().map(RedisConcurrencyTests::result).toList();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ClaimResult result(Future<ClaimResult> future) {
		try {
			return future.get();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
