package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class IdempotencyTests {

	private final AtomicLong now = new AtomicLong();

	private final List<IdempotencyResult> results = new ArrayList<>();

	private final IdempotencySettings settings = new IdempotencySettings(false, Duration.ofSeconds(10), 100, 100,
			AfterFailure.AUTO, OnAbandoned.REJECT, WhenFull.RUN, IdempotencySettings.DEFAULT_REPLAYED_HEADERS);

	private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(
			new Retention(Duration.ofHours(1), Duration.ofHours(1)), 2, 100_000, this.now::get);

	private final Idempotency idempotency = new Idempotency(this.store, this.settings, List.of((result) -> {
		throw new IllegalStateException("a listener of the application");
	}, this.results::add));

	private static Operation operation(String key, String fingerprint) {
		return new Operation(key, fingerprint, "caller of " + key);
	}

	private OpenClaim run(String key) {
		return ((Admission.Run) this.idempotency.admit(operation(key, "f"))).claim();
	}

	@Test
	void whoHasToWaitIsToldForHowLong() {
		run("k");
		assertThat(retryAfter(Duration.ZERO)).isEqualTo("1");
		assertThat(retryAfter(Duration.ofSeconds(4))).isEqualTo("4");
		assertThat(retryAfter(Duration.ofSeconds(7))).isEqualTo("3");
		assertThat(retryAfter(Duration.ofMillis(9900))).isEqualTo("1");
		assertThat(retryAfter(Duration.ofHours(1))).isEqualTo("30");
	}

	private String retryAfter(Duration age) {
		this.now.set(age.toNanos());
		return ((Admission.Refuse) this.idempotency.admit(operation("k", "f"))).toProblem()
			.headers()
			.get("Retry-After");
	}

	@Test
	void everyRequestIsToldOnce() {
		run("k").complete(new StoredResponse(200, Map.of(), new byte[0]));
		this.idempotency.admit(operation("k", "f"));
		this.idempotency.admit(operation("k", "other"));
		run("full");
		this.idempotency.admit(operation("third", "f"));
		assertThat(this.results).containsExactly(IdempotencyResult.CREATED, IdempotencyResult.REPLAYED,
				IdempotencyResult.MISMATCH, IdempotencyResult.CREATED, IdempotencyResult.UNPROTECTED);
	}

	@Test
	void claimIsSettledByTheFirstWord() {
		OpenClaim claim = run("k");
		claim.complete(new StoredResponse(201, Map.of(), new byte[0]));
		claim.release();
		claim.abandon();
		assertThat(this.idempotency.admit(operation("k", "f"))).isInstanceOf(Admission.Replay.class);
	}

	@Test
	void storeThatFailsNeverFailsTheRequest() {
		Idempotency broken = new Idempotency(new BrokenStore(), this.settings, List.of());
		assertThat(broken.admit(operation("k", "f"))).isEqualTo(new Admission.Unprotected());
		OpenClaim claim = new LeasedClaim(new BrokenStore(), new HeldClaim("k", "t"),
				new Heartbeat(new BrokenStore(), Duration.ofSeconds(10)), new ClaimEvents(List.of()));
		assertThatNoException().isThrownBy(claim::abandon);
		assertThatNoException().isThrownBy(claim::release);
	}

	@Test
	void requestForWhichThereIsNoRoomIsRefusedWhereThatIsAskedFor() {
		Idempotency strict = new Idempotency(
				this.store, new IdempotencySettings(false, Duration.ofSeconds(10), 100, 100, AfterFailure.AUTO,
						OnAbandoned.REJECT, WhenFull.REFUSE, IdempotencySettings.DEFAULT_REPLAYED_HEADERS),
				List.of(this.results::add));
		run("a");
		run("b");
		Admission.Refuse refusal = (Admission.Refuse) strict.admit(operation("c", "f"));
		assertThat(refusal.toProblem().status()).isEqualTo(503);
		assertThat(refusal.toProblem().code()).isEqualTo("idempotency-store-unavailable");
		assertThat(refusal.toProblem().headers()).containsEntry("Retry-After", "30");
		assertThat(this.results).last().isEqualTo(IdempotencyResult.STORE_UNAVAILABLE);
	}

	@Test
	void callersWhomNobodyKnowsShareOneDigest() {
		IdempotencyKey key = new IdempotencyKey("k");
		Operation one = scope(Caller.anonymous("one"), "POST", "/b", null).operation(key, "f");
		Operation two = scope(Caller.anonymous("two"), "POST", "/b", null).operation(key, "f");
		assertThat(one.recordKey()).isNotEqualTo(two.recordKey());
		assertThat(one.caller()).isEqualTo(two.caller()).hasSize(43);
		assertThat(scope(Caller.user("one"), "POST", "/b", null).operation(key, "f").caller())
			.isNotEqualTo(scope(Caller.user("two"), "POST", "/b", null).operation(key, "f").caller());
	}

	@Test
	void operationWhoseOwnerWasLostRunsOnceMoreOnlyIfThatIsAskedFor() {
		IdempotencySettings again = new IdempotencySettings(false, Duration.ofSeconds(10), 100, 100, AfterFailure.AUTO,
				OnAbandoned.RE_EXECUTE, WhenFull.RUN, IdempotencySettings.DEFAULT_REPLAYED_HEADERS);
		Operation operation = new Operation("k", "f", "c");
		((Admission.Run) this.idempotency.admit(operation)).claim().abandon();
		this.now.addAndGet(Duration.ofSeconds(10).toNanos());
		assertThat(this.idempotency.admit(operation))
			.isEqualTo(new Admission.Refuse(IdempotencyProblem.OUTCOME_UNKNOWN, null, "k"));
		Idempotency runsAgain = new Idempotency(this.store, again, List.of());
		assertThat(runsAgain.admit(operation)).isInstanceOf(Admission.Run.class);
		assertThat(runsAgain.admit(operation)).isInstanceOf(Admission.Refuse.class);
	}

	@Test
	void statusIsKeptByItsMeaning() {
		assertThat(IntStream.range(100, 600).filter(this.idempotency::keeps).filter((status) -> status >= 400))
			.containsExactlyElementsOf(IntStream.range(400, 500)
				.filter((status) -> !List
					.of(401, 403, 405, 407, 408, 411, 413, 414, 415, 417, 421, 423, 425, 426, 428, 429, 431)
					.contains(status))
				.boxed()
				.toList());
		assertThat(this.idempotency.keeps(199)).isFalse();
		assertThat(this.idempotency.keeps(200)).isTrue();
		assertThat(this.idempotency.keeps(303)).isTrue();
	}

	@Test
	void scopesNeverRunIntoOneAnother() {
		IdempotencyKey key = new IdempotencyKey("k");
		List<IdempotencyScope> scopes = List.of(scope(Caller.user("a"), "POST", "/b", null),
				scope(Caller.anonymous("a"), "POST", "/b", null), scope(Caller.anonymous(null), "POST", "/b", null),
				scope(Caller.user("a"), "PATCH", "/b", null), scope(Caller.user("a"), "POST", "/b", ""),
				scope(Caller.user("a"), "POST", "/", "b"), scope(Caller.user("aPOST"), "", "/b", null));
		assertThat(scopes.stream().map((scope) -> scope.recordKey(key))).doesNotHaveDuplicates()
			.allSatisfy((recordKey) -> assertThat(recordKey).hasSize(22));
	}

	private static IdempotencyScope scope(Caller caller, String method, String path, String query) {
		return new IdempotencyScope(caller, method, path, query);
	}

	static final class BrokenStore implements IdempotencyStore {

		@Override
		public ClaimResult claim(Operation operation, Duration lease) {
			throw new IllegalStateException("down");
		}

		@Override
		public ClaimResult takeOver(Operation operation, String lost, Duration lease) {
			throw new IllegalStateException("down");
		}

		@Override
		public boolean complete(String recordKey, String token, Outcome outcome) {
			throw new IllegalStateException("down");
		}

		@Override
		public boolean release(String recordKey, String token) {
			throw new IllegalStateException("down");
		}

		@Override
		public boolean abandon(String recordKey, String token) {
			throw new IllegalStateException("down");
		}

	}

}
