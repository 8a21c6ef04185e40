package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class InMemoryIdempotencyStoreTests {

	private static final Duration LEASE = Duration.ofSeconds(10);

	private static final Duration TTL = Duration.ofSeconds(60);

	private static final Duration REJECTED = Duration.ofSeconds(20);

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);

	private final InMemoryIdempotencyStore store = store(100, 1_000_000);

	private InMemoryIdempotencyStore store(long maxEntries, long maxBytes) {
		return new InMemoryIdempotencyStore(new Retention(TTL, REJECTED), maxEntries, maxBytes, this.now::get);
	}

	private void pass(Duration time) {
		this.now.addAndGet(time.toNanos());
	}

	private ClaimResult claim(String key) {
		return this.store.claim(operation(key), LEASE);
	}

	private String granted(String key) {
		return ((ClaimResult.Granted) claim(key)).token();
	}

	/** Every operation has a caller of its own. */
	private static Operation operation(String key) {
		return new Operation(key, "fingerprint", key);
	}

	private static Outcome answer(int bytes) {
		return answer(200, bytes);
	}

	private static Outcome answer(int status, int bytes) {
		return new Outcome.Replayable(new StoredResponse(status, Map.of("ETag", List.of("x")), new byte[bytes]));
	}

	@Test
	void secondClaimLearnsOfTheFirst() {
		granted("k");
		pass(Duration.ofSeconds(3));
		assertThat(claim("k")).isEqualTo(new ClaimResult.InProgress(Duration.ofSeconds(3)));
		assertThat(this.store.claim(new Operation("k", "other", "k"), LEASE)).isEqualTo(new ClaimResult.Mismatch());
	}

	@Test
	void completedOperationIsAnsweredUntilItsTimeIsOver() {
		Outcome answer = answer(10);
		String token = granted("k");
		pass(Duration.ofSeconds(100));
		assertThat(this.store.complete("k", token, answer)).isTrue();
		pass(TTL.minusNanos(1));
		assertThat(claim("k")).isEqualTo(new ClaimResult.Completed(answer));
		pass(Duration.ofNanos(1));
		assertThat(claim("k")).isInstanceOf(ClaimResult.Granted.class);
	}

	@Test
	void answerThatSaysThatNothingWasDoneIsKeptForAShorterTime() {
		this.store.complete("refused", granted("refused"), answer(422, 10));
		this.store.complete("not-acceptable", granted("not-acceptable"), answer(406, 10));
		this.store.complete("too-large", granted("too-large"), new Outcome.NotReplayable());
		pass(REJECTED.minusNanos(1));
		assertThat(claim("refused")).isInstanceOf(ClaimResult.Completed.class);
		pass(Duration.ofNanos(1));
		assertThat(claim("refused")).isInstanceOf(ClaimResult.Granted.class);
		assertThat(claim("not-acceptable")).isInstanceOf(ClaimResult.Completed.class);
		assertThat(claim("too-large")).isInstanceOf(ClaimResult.Completed.class);
	}

	@Test
	void releasedOperationMayRunAgain() {
		String token = granted("k");
		assertThat(this.store.release("k", token)).isTrue();
		assertThat(granted("k")).isNotEqualTo(token);
	}

	@Test
	void claimOutlivesItsLeaseAsLongAsItsOwnerLives() {
		granted("k");
		pass(TTL.multipliedBy(1000));
		assertThat(claim("k")).isInstanceOf(ClaimResult.InProgress.class);
	}

	@Test
	void abandonedOperationIsInProgressAndThenUnknown() {
		String token = granted("k");
		pass(Duration.ofSeconds(100));
		assertThat(this.store.abandon("k", token)).isTrue();
		pass(LEASE.minusNanos(1));
		assertThat(claim("k")).isInstanceOf(ClaimResult.InProgress.class);
		pass(Duration.ofNanos(1));
		assertThat(claim("k")).isEqualTo(new ClaimResult.Abandoned(token));
		pass(TTL);
		assertThat(claim("k")).isInstanceOf(ClaimResult.Granted.class);
	}

	@Test
	void abandonedOperationIsTakenOverOnce() {
		String lost = granted("k");
		this.store.abandon("k", lost);
		pass(LEASE);
		assertThat(this.store.takeOver(operation("k"), lost, LEASE)).isInstanceOf(ClaimResult.Granted.class);
		assertThat(this.store.takeOver(operation("k"), lost, LEASE)).isInstanceOf(ClaimResult.InProgress.class);
		assertThat(this.store.complete("k", lost, answer(1))).isFalse();
	}

	@Test
	void ownerThatLetGoMayStillTellOfTheEnd() {
		Outcome answer = answer(10);
		String token = granted("k");
		this.store.abandon("k", token);
		pass(LEASE);
		assertThat(this.store.complete("k", token, answer)).isTrue();
		assertThat(claim("k")).isEqualTo(new ClaimResult.Completed(answer));
	}

	@Test
	void whoIsNotTheOwnerChangesNothing() {
		String old = granted("k");
		this.store.release("k", old);
		String token = granted("k");
		assertThat(this.store.complete("k", old, answer(1))).isFalse();
		assertThat(this.store.release("k", old)).isFalse();
		assertThat(this.store.abandon("k", old)).isFalse();
		assertThat(this.store.complete("k", token, answer(1))).isTrue();
		assertThat(this.store.release("k", token)).isFalse();
	}

	@Test
	void fullStoreGrantsNothingAndKeepsWhatItHas() {
		InMemoryIdempotencyStore small = store(2, 1_000_000);
		String token = ((ClaimResult.Granted) small.claim(operation("a"), LEASE)).token();
		small.complete("a", token, answer(1));
		small.claim(operation("b"), LEASE);
		assertThat(small.claim(operation("c"), LEASE)).isEqualTo(new ClaimResult.Full());
		assertThat(small.claim(operation("a"), LEASE)).isInstanceOf(ClaimResult.Completed.class);
		pass(TTL);
		assertThat(small.claim(operation("c"), LEASE)).isInstanceOf(ClaimResult.Granted.class);
		assertThat(small.claim(operation("b"), LEASE)).isInstanceOf(ClaimResult.InProgress.class);
	}

	@Test
	void callerGetsNoMoreThanItLeavesFree() {
		assertThat(fill("a")).isEqualTo(50);
		assertThat(fill("b")).isEqualTo(25);
		assertThat(fill("c")).isEqualTo(12);
		assertThat(this.store.entries()).isEqualTo(87);
		this.store.release("a0", "1");
		assertThat(this.store.claim(new Operation("a-more", "f", "a"), LEASE)).isEqualTo(new ClaimResult.Full());
		assertThat(this.store.claim(new Operation("newcomer", "f", "d"), LEASE))
			.isInstanceOf(ClaimResult.Granted.class);
	}

	private int fill(String caller) {
		int granted = 0;
		while (this.store.claim(new Operation(caller + granted, "f", caller), LEASE) instanceof ClaimResult.Granted) {
			granted++;
		}
		return granted;
	}

	@Test
	void answersOfOneCallerTakeNoMoreThanTheyLeaveFree() {
		for (int i = 0; i < 10; i++) {
			String token = ((ClaimResult.Granted) this.store.claim(new Operation("a" + i, "f", "a"), LEASE)).token();
			this.store.complete("a" + i, token, answer(100_000));
		}
		assertThat(this.store.bytes()).isBetween(400_000L, 500_000L);
		assertThat(this.store.claim(new Operation("a0", "f", "a"), LEASE)).extracting("outcome")
			.isInstanceOf(Outcome.Replayable.class);
		assertThat(this.store.claim(new Operation("a9", "f", "a"), LEASE))
			.isEqualTo(new ClaimResult.Completed(new Outcome.NotReplayable()));
	}

	@Test
	void smallestStoreHoldsOneRecord() {
		InMemoryIdempotencyStore one = store(1, MemoryRecord.OVERHEAD + 1000);
		String token = ((ClaimResult.Granted) one.claim(operation("a"), LEASE)).token();
		Outcome answer = answer(500);
		one.complete("a", token, answer);
		assertThat(one.claim(operation("a"), LEASE)).isEqualTo(new ClaimResult.Completed(answer));
	}

	@Test
	void fullStoreIsSaidAgainWhenItIsFullLater(CapturedOutput output) {
		InMemoryIdempotencyStore small = store(1, 1_000_000);
		small.claim(operation("a"), LEASE);
		IntStream.range(0, 100).forEach((i) -> small.claim(operation("b" + i), LEASE));
		assertThat(output).containsOnlyOnce("has no room for a new request");
		pass(Duration.ofMinutes(10));
		small.claim(operation("b"), LEASE);
		assertThat(output.toString().split("has no room for a new request", -1)).hasSize(3);
	}

	@Test
	void answerForWhichThereIsNoRoomIsKnownNotToBeReplayable() {
		InMemoryIdempotencyStore small = store(10, MemoryRecord.OVERHEAD + 1000);
		String token = ((ClaimResult.Granted) small.claim(operation("a"), LEASE)).token();
		assertThat(small.complete("a", token, answer(2000))).isTrue();
		assertThat(small.claim(operation("a"), LEASE))
			.isEqualTo(new ClaimResult.Completed(new Outcome.NotReplayable()));
		assertThat(small.bytes()).isEqualTo(MemoryRecord.OVERHEAD);
	}

	@Test
	void roomIsGivenBackInFull() {
		for (int i = 0; i < 50; i++) {
			String token = granted("completed" + i);
			this.store.complete("completed" + i, token, answer(i));
			this.store.release("released" + i, granted("released" + i));
			this.store.abandon("abandoned" + i % 10,
					((claim("abandoned" + i % 10)) instanceof ClaimResult.Granted g) ? g.token() : "");
		}
		assertThat(this.store.entries()).isEqualTo(60);
		pass(TTL);
		// Some are replaced while they have expired but are still there.
		IntStream.range(0, 30).forEach((i) -> this.store.release("completed" + i, granted("completed" + i)));
		fillUntilFull();
	}

	private void fillUntilFull() {
		for (int i = 0; i < 100; i++) {
			assertThat(claim("fresh" + i)).isInstanceOf(ClaimResult.Granted.class);
		}
		assertThat(claim("one-too-many")).isEqualTo(new ClaimResult.Full());
		assertThat(this.store.entries()).isEqualTo(100);
		assertThat(this.store.bytes()).isEqualTo(100 * MemoryRecord.OVERHEAD);
	}

	@Test
	void oneOfManySimultaneousClaimsIsGranted() throws ExecutionException, InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 2000; round++) {
				String key = "k" + round % 50;
				assertThat(race(threads, key)).isEqualTo(1);
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.store.entries()).isZero();
		assertThat(this.store.bytes()).isZero();
	}

	@Test
	void oneOfManySimultaneousClaimsOnAnExpiredRecordIsGranted() throws ExecutionException, InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			for (int round = 0; round < 1000; round++) {
				this.store.complete("k", granted("k"), answer(round));
				pass(TTL);
				assertThat(race(threads, "k")).isEqualTo(1);
			}
		}
		finally {
			threads.shutdown();
		}
		assertThat(this.store.entries()).isZero();
		assertThat(this.store.bytes()).isZero();
	}

	private int race(ExecutorService threads, String key) throws ExecutionException, InterruptedException {
		CountDownLatch start = new CountDownLatch(1);
		CountDownLatch claimed = new CountDownLatch(8);
		AtomicInteger grants = new AtomicInteger();
		List<Future<?>> claims = IntStream.range(0, 8).<Future<?>>mapToObj((i) -> threads.submit(() -> {
			start.await();
			ClaimResult result = claim(key);
			claimed.countDown();
			if (result instanceof ClaimResult.Granted granted) {
				grants.incrementAndGet();
				claimed.await();
				assertThat(this.store.release(key, granted.token())).isTrue();
			}
			return null;
		})).toList();
		start.countDown();
		for (Future<?> claim : claims) {
			claim.get();
		}
		return grants.get();
	}

}
