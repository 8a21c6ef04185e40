package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an operator sees of the store in memory, and may change.
 */
class InMemoryIdempotencyRecordsTests {

	private static final Duration LEASE = Duration.ofSeconds(10);

	private static final Duration TTL = Duration.ofSeconds(60);

	private static final Outcome DONE = new Outcome.NotReplayable();

	/** Overflows during a test: only differences may count. */
	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);

	private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(new Retention(TTL, TTL), 1000,
			1_000_000, this.now::get);

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private String claim(String key) {
		return ((ClaimResult.Granted) this.store.claim(new Operation(key, "f", key), LEASE)).token();
	}

	private ClaimResult again(String key) {
		return this.store.claim(new Operation(key, "f", key), LEASE);
	}

	private static Outcome answer(int bytes) {
		return new Outcome.Replayable(new StoredResponse(200, Map.of(), new byte[bytes]));
	}

	private List<String> unfinished(int limit) {
		return this.store.unfinished(limit).stream().map(IdempotencyRecords.Entry::recordKey).toList();
	}

	@Test
	void recordIsFoundInEachOfItsStates() {
		assertThat(this.store.find("k")).isEmpty();
		String token = claim("k");
		pass(Duration.ofSeconds(7));
		assertThat(this.store.find("k")).contains(entry(7, null, false));
		this.store.abandon("k", token);
		assertThat(this.store.find("k")).contains(entry(7, null, false));
		pass(LEASE);
		assertThat(this.store.find("k")).contains(entry(17, null, true));
		this.store.complete("k", token, DONE);
		assertThat(this.store.find("k")).contains(entry(17, DONE, false));
		pass(TTL);
		assertThat(this.store.find("k")).isEmpty();
	}

	private static IdempotencyRecords.Entry entry(int seconds, Outcome outcome, boolean abandoned) {
		return new IdempotencyRecords.Entry("k", Duration.ofSeconds(seconds), outcome, abandoned);
	}

	@Test
	void theOldestWithoutAnEndComeFirst() {
		for (int i = 0; i < 20; i++) {
			claim("k" + i);
			pass(Duration.ofSeconds(1));
		}
		this.store.complete("k0", "1", DONE);
		this.store.abandon("k1", "2");
		assertThat(unfinished(3)).containsExactly("k1", "k2", "k3");
		assertThat(unfinished(100)).hasSize(19).startsWith("k1").endsWith("k19");
		assertThat(unfinished(0)).isEmpty();
	}

	@Test
	void whatHasExpiredIsNotUnfinished() {
		this.store.abandon("k", claim("k"));
		pass(TTL);
		assertThat(unfinished(10)).isEmpty();
	}

	@Test
	void forgottenOperationRunsAgainAndItsRoomIsFree() {
		this.store.complete("done", claim("done"), answer(500));
		this.store.abandon("lost", claim("lost"));
		String token = claim("open");
		for (String key : List.of("done", "lost", "open")) {
			assertThat(this.store.forget(key)).isTrue();
			assertThat(this.store.forget(key)).isFalse();
		}
		assertThat(this.store.entries()).isZero();
		assertThat(this.store.bytes()).isZero();
		assertThat(this.store.complete("open", token, DONE)).isFalse();
		assertThat(this.store.bytes()).isZero();
		assertThat(again("done")).isInstanceOf(ClaimResult.Granted.class);
	}

	@Test
	void onlyWhatHasNoKnownEndIsResolved() {
		assertThat(this.store.resolve("k", DONE)).isFalse();
		String token = claim("k");
		assertThat(this.store.resolve("k", new Outcome.Unknown())).isTrue();
		assertThat(this.store.complete("k", token, answer(10))).isFalse();
		assertThat(this.store.resolve("k", DONE)).isTrue();
		assertThat(this.store.resolve("k", new Outcome.Unknown())).isFalse();
		assertThat(again("k")).isEqualTo(new ClaimResult.Completed(DONE));
	}

	@Test
	void resolvedRecordTakesTheRoomOfItsOutcomeUntilItExpires() {
		claim("k");
		long open = this.store.bytes();
		this.store.resolve("k", answer(500));
		assertThat(this.store.bytes()).isEqualTo(open + 500);
		pass(TTL);
		claim("other");
		assertThat(this.store.entries()).isEqualTo(1);
		assertThat(this.store.bytes()).isEqualTo(open);
	}

	@Test
	void answerWithoutRoomIsResolvedAsNotReplayable() {
		claim("k");
		assertThat(this.store.resolve("k", answer(2_000_000))).isTrue();
		assertThat(again("k")).isEqualTo(new ClaimResult.Completed(DONE));
	}

	@Test
	void roomStaysRightWhenOperatorsAndOwnersMeet() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			for (int round = 0; round < 500; round++) {
				String key = "k" + round;
				String token = claim(key);
				List<Future<?>> all = List.of(threads.submit(() -> this.store.complete(key, token, answer(100))),
						threads.submit(() -> this.store.resolve(key, new Outcome.Unknown())),
						threads.submit(() -> this.store.abandon(key, token)),
						threads.submit(() -> this.store.forget(key)));
				for (Future<?> one : all) {
					one.get();
				}
			}
		}
		finally {
			threads.shutdown();
		}
		IntStream.range(0, 500).forEach((round) -> this.store.forget("k" + round));
		assertThat(this.store.entries()).isZero();
		assertThat(this.store.bytes()).isZero();
	}

}
