package dev.mainstay.tests.idempotency.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.ClaimResult.Abandoned;
import dev.mainstay.resilience.idempotency.ClaimResult.Completed;
import dev.mainstay.resilience.idempotency.ClaimResult.Granted;
import dev.mainstay.resilience.idempotency.ClaimResult.InProgress;
import dev.mainstay.resilience.idempotency.ClaimResult.Mismatch;
import dev.mainstay.resilience.idempotency.HeldClaim;
import dev.mainstay.resilience.idempotency.IdempotencyRecords.Entry;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.StoredResponse;
import dev.mainstay.resilience.idempotency.UnreadableRecordException;
import dev.mainstay.resilience.idempotency.redis.RedisIdempotencyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.redis.core.StringRedisTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the store promises, one thread at a time.
 */
class RedisStoreTests {

	private static final Duration LEASE = Duration.ofSeconds(60);

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final StringRedisTemplate REDIS = RedisProcess.shared().commands();

	private static final RedisIdempotencyStore STORE = RedisProcess.shared().store();

	private final String key = UUID.randomUUID().toString();

	@Test
	void aRepetitionOfWhatRunsIsInProgress() {
		claim("a");
		assertThat(STORE.claim(operation("a"), LEASE)).isInstanceOfSatisfying(InProgress.class,
				(it) -> assertThat(it.age()).isBetween(Duration.ZERO, Duration.ofSeconds(5)));
	}

	@Test
	void anotherFingerprintIsAMismatchBeforeAndAfterTheEnd() {
		Granted granted = claim("a");
		assertThat(STORE.claim(operation("b"), LEASE)).isInstanceOf(Mismatch.class);
		STORE.complete(this.key, granted.token(), answer("done"));
		assertThat(STORE.claim(operation("b"), LEASE)).isInstanceOf(Mismatch.class);
	}

	@Test
	void anAnswerIsReplayedByteForByte() {
		byte[] body = new byte[256 * 1024];
		new java.util.Random(1).nextBytes(body);
		StoredResponse response = new StoredResponse(201, Map.of("Location", List.of("/orders/1")), body);
		assertThat(STORE.complete(this.key, claim("a").token(), new Outcome.Replayable(response))).isTrue();
		assertThat(STORE.claim(operation("a"), LEASE)).isInstanceOfSatisfying(Completed.class, (it) -> {
			StoredResponse stored = ((Outcome.Replayable) it.outcome()).response();
			assertThat(stored.status()).isEqualTo(201);
			assertThat(stored.headers()).isEqualTo(response.headers());
			assertThat(stored.body()).isEqualTo(body);
		});
	}

	@Test
	void endsWithoutAnAnswerAreKept() {
		STORE.complete(this.key, claim("a").token(), new Outcome.Unknown());
		assertThat(STORE.claim(operation("a"), LEASE)).isEqualTo(new Completed(new Outcome.Unknown()));
	}

	@Test
	void aReleasedKeyIsFree() {
		Granted first = claim("a");
		assertThat(STORE.release(this.key, first.token())).isTrue();
		assertThat(STORE.release(this.key, first.token())).isFalse();
		assertThat(claim("b").token()).isNotEqualTo(first.token());
	}

	@Test
	void whatIsOverCannotBeReleased() {
		Granted granted = claim("a");
		STORE.complete(this.key, granted.token(), answer("done"));
		assertThat(STORE.release(this.key, granted.token())).isFalse();
	}

	@Test
	void aLostOwnerIsKnownToBeLostLongAfterItsLease() throws InterruptedException {
		Granted lost = claim("a", SHORT);
		Thread.sleep(SHORT.toMillis() + 20);
		assertThat(STORE.claim(operation("a"), LEASE)).isEqualTo(new Abandoned(lost.token()));
		assertThat(REDIS.getExpire(RedisProcess.PREFIX + this.key)).isGreaterThan(Duration.ofHours(23).toSeconds());
	}

	@Test
	void itsSuccessorIsTheOwnerAndTheFirstOneCannotChangeAnything() throws InterruptedException {
		Granted lost = claim("a", SHORT);
		Thread.sleep(SHORT.toMillis() + 20);
		Granted successor = (Granted) STORE.takeOver(operation("a"), lost.token(), LEASE);
		assertThat(STORE.complete(this.key, lost.token(), answer("late"))).isFalse();
		assertThat(STORE.release(this.key, lost.token())).isFalse();
		assertThat(STORE.abandon(this.key, lost.token())).isFalse();
		assertThat(STORE.renew(List.of(new HeldClaim(this.key, lost.token())), LEASE)).hasSize(1);
		assertThat(STORE.takeOver(operation("a"), lost.token(), LEASE)).isInstanceOf(InProgress.class);
		assertThat(STORE.complete(this.key, successor.token(), answer("mine"))).isTrue();
		assertThat(body(STORE.claim(operation("a"), LEASE))).isEqualTo("mine");
	}

	@Test
	void nobodyTakesOverFromAnOwnerWhoLives() {
		Granted owner = claim("a");
		assertThat(STORE.takeOver(operation("a"), owner.token(), LEASE)).isInstanceOf(InProgress.class);
		assertThat(STORE.complete(this.key, owner.token(), answer("done"))).isTrue();
	}

	@Test
	void aLateEndThatNobodyOpposesIsKept() throws InterruptedException {
		Granted late = claim("a", SHORT);
		Thread.sleep(SHORT.toMillis() + 20);
		assertThat(STORE.complete(this.key, late.token(), answer("late"))).isTrue();
		assertThat(body(STORE.claim(operation("a"), LEASE))).isEqualTo("late");
	}

	@Test
	void anEndOfAClaimThatRedisHasLostIsKeptWithItsFingerprint() {
		Granted granted = claim("a");
		REDIS.delete(RedisProcess.PREFIX + this.key);
		assertThat(STORE.complete(this.key, granted.token(), answer("done"))).isTrue();
		assertThat(body(STORE.claim(operation("a"), LEASE))).isEqualTo("done");
		assertThat(STORE.claim(operation("b"), LEASE)).isInstanceOf(Mismatch.class);
	}

	@Test
	void anEndThatIsSentTwiceIsOneEnd() {
		Granted granted = claim("a");
		assertThat(STORE.complete(this.key, granted.token(), answer("done"))).isTrue();
		assertThat(STORE.complete(this.key, granted.token(), answer("done"))).isTrue();
	}

	@Test
	void renewingKeepsAnOwnerAndTellsWhichAreLost() throws InterruptedException {
		Granted granted = claim("a", SHORT);
		HeldClaim held = new HeldClaim(this.key, granted.token());
		HeldClaim unknown = new HeldClaim("nothing-" + this.key, granted.token());
		assertThat(STORE.renew(List.of(unknown, held), LEASE)).containsExactly(unknown);
		Thread.sleep(SHORT.toMillis() + 20);
		assertThat(STORE.claim(operation("a"), LEASE)).isInstanceOf(InProgress.class);
	}

	@Test
	void lettingGoBeginsALeaseOfTheSameLength() throws InterruptedException {
		Granted granted = claim("a", Duration.ofMillis(200));
		Thread.sleep(220);
		assertThat(STORE.abandon(this.key, granted.token())).isTrue();
		assertThat(STORE.claim(operation("a"), LEASE)).isInstanceOf(InProgress.class);
		Thread.sleep(220);
		assertThat(STORE.claim(operation("a"), LEASE)).isInstanceOf(Abandoned.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "foreign", "I1", "I1d01234567SSSSSSCCCCCCFFFFFFFFFFFFFFFFbroken",
			"I1x01234567SSSSSSCCCCCCFFFFFFFFFFFFFFFFbroken", "I2o01234567SSSSSSCCCCCCFFFFFFFFFFFFFFFFleases" })
	void whatIsNoRecordIsLeftAsItIs(String value) {
		REDIS.opsForValue().set(RedisProcess.PREFIX + this.key, value);
		assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(() -> STORE.claim(operation("a"), LEASE));
		assertThat(REDIS.opsForValue().get(RedisProcess.PREFIX + this.key)).isEqualTo(value);
	}

	@Test
	void whatIsNoTextIsLeftAsItIs() {
		Granted granted = claim("a");
		String name = RedisProcess.PREFIX + this.key;
		REDIS.delete(name);
		REDIS.opsForHash().put(name, "field", "value");
		assertThatExceptionOfType(UnreadableRecordException.class).isThrownBy(() -> STORE.claim(operation("a"), LEASE));
		assertThatExceptionOfType(UnreadableRecordException.class)
			.isThrownBy(() -> STORE.complete(this.key, granted.token(), answer("done")));
		assertThatExceptionOfType(UnreadableRecordException.class)
			.isThrownBy(() -> STORE.release(this.key, granted.token()));
		assertThat(REDIS.opsForHash().get(name, "field")).isEqualTo("value");
	}

	@Test
	void anOperatorSeesAndResolves() throws InterruptedException {
		Granted lost = claim("a", SHORT);
		Thread.sleep(SHORT.toMillis() + 20);
		assertThat(STORE.find(this.key)).hasValueSatisfying((it) -> assertThat(it.abandoned()).isTrue());
		assertThat(STORE.unfinished(10_000)).extracting(Entry::recordKey).contains(this.key);
		assertThat(STORE.resolve(this.key, answer("looked"))).isTrue();
		assertThat(STORE.resolve(this.key, answer("again"))).isFalse();
		assertThat(STORE.complete(this.key, lost.token(), answer("late"))).isFalse();
		assertThat(body(STORE.claim(operation("a"), LEASE))).isEqualTo("looked");
		assertThat(STORE.unfinished(10_000)).extracting(Entry::recordKey).doesNotContain(this.key);
		assertThat(STORE.forget(this.key)).isTrue();
		assertThat(STORE.find(this.key)).isEmpty();
		assertThat(STORE.forget(this.key)).isFalse();
	}

	@Test
	void redisKeepsNoRecordForLongerThanItsTime() {
		RedisIdempotencyStore store = RedisProcess.shared().store(Duration.ofSeconds(2));
		Granted granted = (Granted) store.claim(operation("a"), LEASE);
		store.complete(this.key, granted.token(), answer("done"));
		assertThat(REDIS.getExpire(RedisProcess.PREFIX + this.key)).isBetween(1L, 2L);
		store.close();
	}

	private Granted claim(String fingerprint) {
		return claim(fingerprint, LEASE);
	}

	private Granted claim(String fingerprint, Duration lease) {
		return (Granted) STORE.claim(operation(fingerprint), lease);
	}

	private Operation operation(String fingerprint) {
		return new Operation(this.key, fingerprint, "caller");
	}

	static Outcome answer(String body) {
		return new Outcome.Replayable(new StoredResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
	}

	static String body(ClaimResult result) {
		Outcome.Replayable replayable = (Outcome.Replayable) ((Completed) result).outcome();
		return new String(replayable.response().body(), StandardCharsets.UTF_8);
	}

}
