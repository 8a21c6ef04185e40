package dev.mainstay.tests.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.HeldClaim;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.Sha256;
import dev.mainstay.resilience.idempotency.StoredResponse;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store promises, whatever it keeps its records in.
 */
abstract class AbstractStoreTests {

	static final Duration LEASE = Duration.ofSeconds(60);

	private static final Duration SHORT = Duration.ofMillis(300);

	/**
	 * Two instances that share their records, or one twice.
	 */
	abstract List<IdempotencyStore> open(Retention retention);

	private IdempotencyStore store() {
		return open(new Retention(Stores.LONG, Stores.LONG)).get(0);
	}

	static Operation operation() {
		return new Operation(new Sha256().add(UUID.randomUUID().toString()).endShort(), digest("body"),
				digest("caller"));
	}

	static String digest(String text) {
		return new Sha256().add(text).end();
	}

	static Outcome answer(int status) {
		return new Outcome.Replayable(
				new StoredResponse(status, Map.of("Location", List.of("/orders/ü")), new byte[] { 0, -1, 10, 13 }));
	}

	static String granted(ClaimResult result) {
		assertThat(result).isInstanceOf(ClaimResult.Granted.class);
		return ((ClaimResult.Granted) result).token();
	}

	private static long grants(List<ClaimResult> results) {
		return results.stream().filter(ClaimResult.Granted.class::isInstance).count();
	}

	private static void sleep(Duration time) throws InterruptedException {
		Thread.sleep(time.toMillis());
	}

	@Test
	void anAnswerIsReplayedByteForByte() {
		IdempotencyStore store = store();
		Operation operation = operation();
		String token = granted(store.claim(operation, LEASE));
		assertThat(token).hasSizeLessThanOrEqualTo(64).matches("[A-Za-z0-9_-]+");
		assertThat(store.complete(operation.recordKey(), token, answer(201))).isTrue();
		ClaimResult.Completed replay = (ClaimResult.Completed) store.claim(operation, LEASE);
		StoredResponse stored = ((Outcome.Replayable) replay.outcome()).response();
		assertThat(stored.status()).isEqualTo(201);
		assertThat(stored.headers()).containsEntry("Location", List.of("/orders/ü"));
		assertThat(stored.body()).containsExactly(0, -1, 10, 13);
	}

	@Test
	void anAnswerOfAMegabyteIsReplayed() {
		IdempotencyStore store = store();
		Operation operation = operation();
		byte[] body = new byte[1 << 20];
		new Random(1).nextBytes(body);
		String token = granted(store.claim(operation, LEASE));
		store.complete(operation.recordKey(), token, new Outcome.Replayable(new StoredResponse(200, Map.of(), body)));
		ClaimResult.Completed replay = (ClaimResult.Completed) store.claim(operation, LEASE);
		assertThat(((Outcome.Replayable) replay.outcome()).response().body()).isEqualTo(body);
	}

	@Test
	void endsWithoutAnAnswerAreKept() {
		IdempotencyStore store = store();
		for (Outcome outcome : List.of(new Outcome.NotReplayable(), new Outcome.Unknown())) {
			Operation operation = operation();
			store.complete(operation.recordKey(), granted(store.claim(operation, LEASE)), outcome);
			assertThat(store.claim(operation, LEASE)).isEqualTo(new ClaimResult.Completed(outcome));
		}
	}

	@Test
	void namesAreWhateverTextTheyAre() {
		IdempotencyStore store = store();
		for (String key : List.of("k", "x".repeat(31), "y".repeat(64), "z".repeat(43), "0")) {
			Operation operation = new Operation(key, "print", "caller");
			granted(store.claim(operation, LEASE));
			assertThat(store.claim(operation, LEASE)).isInstanceOf(ClaimResult.InProgress.class);
			assertThat(store.claim(new Operation(key, "other", "caller"), LEASE)).isEqualTo(new ClaimResult.Mismatch());
		}
	}

	@Test
	void anotherFingerprintIsAMismatchBeforeAndAfterTheEnd() {
		IdempotencyStore store = store();
		Operation operation = operation();
		Operation other = new Operation(operation.recordKey(), digest("other"), operation.caller());
		String token = granted(store.claim(operation, LEASE));
		assertThat(store.claim(other, LEASE)).isEqualTo(new ClaimResult.Mismatch());
		store.complete(operation.recordKey(), token, answer(200));
		assertThat(store.claim(other, LEASE)).isEqualTo(new ClaimResult.Mismatch());
	}

	@Test
	void aRunningOperationTellsItsAge() throws InterruptedException {
		IdempotencyStore store = store();
		Operation operation = operation();
		granted(store.claim(operation, LEASE));
		sleep(SHORT);
		ClaimResult.InProgress running = (ClaimResult.InProgress) store.claim(operation, LEASE);
		assertThat(running.age()).isBetween(SHORT.minusMillis(20), Duration.ofSeconds(20));
	}

	@Test
	void aReleasedOperationIsFree() {
		IdempotencyStore store = store();
		Operation operation = operation();
		String token = granted(store.claim(operation, LEASE));
		assertThat(store.release(operation.recordKey(), token)).isTrue();
		assertThat(granted(store.claim(operation, LEASE))).isNotEqualTo(token);
	}

	@Test
	void whoDoesNotOwnChangesNothing() {
		IdempotencyStore store = store();
		Operation operation = operation();
		String token = granted(store.claim(operation, LEASE));
		for (String other : List.of("not a token", "AAAAAAAAAAAAAAAAAAAAAA")) {
			assertThat(store.complete(operation.recordKey(), other, answer(200))).isFalse();
			assertThat(store.release(operation.recordKey(), other)).isFalse();
			assertThat(store.abandon(operation.recordKey(), other)).isFalse();
			assertThat(store.takeOver(operation, other, LEASE)).isInstanceOf(ClaimResult.InProgress.class);
		}
		assertThat(store.complete(operation.recordKey(), token, answer(200))).isTrue();
		assertThat(store.complete(operation.recordKey(), token, answer(500))).isFalse();
		assertThat(store.release(operation.recordKey(), token)).isFalse();
		assertThat(store.claim(operation, LEASE)).isInstanceOf(ClaimResult.Completed.class);
	}

	@Test
	void aLostOwnerIsFollowedByOneOfMany() throws Exception {
		List<IdempotencyStore> stores = open(new Retention(Stores.LONG, Stores.LONG));
		Operation operation = operation();
		String lost = granted(stores.get(0).claim(operation, SHORT));
		assertThat(stores.get(0).abandon(operation.recordKey(), lost)).isTrue();
		assertThat(stores.get(1).claim(operation, SHORT)).isInstanceOf(ClaimResult.InProgress.class);
		sleep(SHORT.plusMillis(50));
		assertThat(stores.get(1).claim(operation, LEASE)).isEqualTo(new ClaimResult.Abandoned(lost));
		List<ClaimResult> results = AtOnce.run(8, (i) -> () -> stores.get(i % 2).takeOver(operation, lost, LEASE));
		assertThat(grants(results)).isOne();
		assertThat(results).filteredOn((one) -> !(one instanceof ClaimResult.Granted))
			.hasSize(7)
			.allMatch(ClaimResult.InProgress.class::isInstance);
		assertThat(stores.get(0).complete(operation.recordKey(), lost, answer(500))).isFalse();
		assertThat(stores.get(0).release(operation.recordKey(), lost)).isFalse();
		assertThat(stores.get(0).abandon(operation.recordKey(), lost)).isFalse();
		assertThat(stores.get(0).claim(operation, LEASE)).isInstanceOf(ClaimResult.InProgress.class);
	}

	@Test
	void anotherFingerprintTakesNothingOver() throws InterruptedException {
		IdempotencyStore store = store();
		Operation operation = operation();
		String lost = granted(store.claim(operation, SHORT));
		store.abandon(operation.recordKey(), lost);
		sleep(SHORT.plusMillis(50));
		Operation other = new Operation(operation.recordKey(), digest("other"), operation.caller());
		assertThat(store.claim(other, LEASE)).isEqualTo(new ClaimResult.Mismatch());
	}

	@Test
	void aLateEndThatNobodyFollowedIsAccepted() throws InterruptedException {
		IdempotencyStore store = store();
		Operation operation = operation();
		String late = granted(store.claim(operation, SHORT));
		store.abandon(operation.recordKey(), late);
		sleep(SHORT.plusMillis(50));
		assertThat(store.claim(operation, LEASE)).isInstanceOf(ClaimResult.Abandoned.class);
		assertThat(store.complete(operation.recordKey(), late, answer(201))).isTrue();
		assertThat(store.claim(operation, LEASE)).isInstanceOf(ClaimResult.Completed.class);
	}

	@Test
	void renewalsKeepWhatIsHeldAndTellWhatIsLost() throws InterruptedException {
		IdempotencyStore store = store();
		if (!store.needsRenewal()) {
			assertThat(store.renew(List.of(new HeldClaim("k", "t")), LEASE)).isEmpty();
			return;
		}
		List<HeldClaim> held = IntStream.range(0, 700).mapToObj((i) -> held(store)).toList();
		HeldClaim gone = new HeldClaim(held.get(600).recordKey(), "AAAAAAAAAAAAAAAAAAAAAA");
		List<HeldClaim> asked = new ArrayList<>(held);
		asked.set(600, gone);
		assertThat(store.renew(asked, LEASE)).containsExactly(gone);
		sleep(SHORT.plusMillis(50));
		assertThat(store.claim(named(held.get(1)), LEASE)).isInstanceOf(ClaimResult.InProgress.class);
		assertThat(store.claim(named(held.get(600)), LEASE)).isInstanceOf(ClaimResult.Abandoned.class);
	}

	private static HeldClaim held(IdempotencyStore store) {
		Operation operation = operation();
		return new HeldClaim(operation.recordKey(), granted(store.claim(operation, SHORT)));
	}

	private static Operation named(HeldClaim claim) {
		return new Operation(claim.recordKey(), digest("body"), digest("caller"));
	}

	@Test
	void anExpiredAnswerIsGoneForEverybodyAndIsFollowedByOne() throws Exception {
		Retention retention = new Retention(Duration.ofSeconds(3), Duration.ofMillis(500));
		List<IdempotencyStore> stores = open(retention);
		Operation kept = operation();
		Operation rejected = operation();
		stores.get(0).complete(kept.recordKey(), granted(stores.get(0).claim(kept, LEASE)), answer(201));
		stores.get(0).complete(rejected.recordKey(), granted(stores.get(0).claim(rejected, LEASE)), answer(402));
		assertThat(stores.get(1).claim(rejected, LEASE)).isInstanceOf(ClaimResult.Completed.class);
		sleep(Duration.ofMillis(600));
		assertThat(grants(AtOnce.run(8, (i) -> claim(stores.get(i % 2), rejected)))).isOne();
		assertThat(stores.get(1).claim(kept, LEASE)).isInstanceOf(ClaimResult.Completed.class);
		sleep(Duration.ofMillis(2500));
		Operation other = new Operation(kept.recordKey(), digest("other"), kept.caller());
		assertThat(grants(AtOnce.run(8, (i) -> claim(stores.get(i % 2), other)))).isOne();
	}

	private static Callable<ClaimResult> claim(IdempotencyStore store, Operation operation) {
		return () -> store.claim(operation, LEASE);
	}

	@Test
	void ofManySimultaneousClaimsByTwoInstancesOneIsGranted() throws Exception {
		List<IdempotencyStore> stores = open(new Retention(Stores.LONG, Stores.LONG));
		for (int key = 0; key < 200; key++) {
			Operation operation = operation();
			List<ClaimResult> results = AtOnce.run(8, (i) -> claim(stores.get(i % 2), operation));
			assertThat(grants(results)).as("of key %d: %s", key, results).isOne();
			assertThat(results).filteredOn(ClaimResult.InProgress.class::isInstance).hasSize(7);
		}
	}

}
