package dev.mainstay.resilience.idempotency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WaitersTests {

	private static final StoredResponse ANSWER = new StoredResponse(201, Map.of(), new byte[] { 1 });

	private static final Operation OPERATION = new Operation("k", "f", "c");

	private final AtomicInteger told = new AtomicInteger();

	private final StoppableStore store = new StoppableStore();

	private final Idempotency one = instance(Duration.ofSeconds(20), 4);

	private Idempotency instance(Duration wait, int maxWaiters) {
		IdempotencySettings settings = new IdempotencySettings(false, Duration.ofSeconds(60), 100, 100,
				AfterFailure.AUTO, OnAbandoned.REJECT, WhenFull.RUN, IdempotencySettings.DEFAULT_REPLAYED_HEADERS);
		return new Idempotency(this.store, null, settings,
				new IdempotencyTerms(null, new Patience(wait, maxWaiters), BodyFingerprint.raw(), null),
				List.of((result) -> this.told.incrementAndGet()));
	}

	private static OpenClaim run(Idempotency instance) {
		return ((Admission.Run) instance.admit(OPERATION)).claim();
	}

	private static List<CompletableFuture<Admission>> wait(Idempotency instance, int number) {
		return IntStream.range(0, number).mapToObj((i) -> instance.admit(OPERATION, RoutePolicy.OPTIONAL)).toList();
	}

	private static Admission get(CompletableFuture<Admission> waiter) throws Exception {
		return waiter.get(10, TimeUnit.SECONDS);
	}

	private static void assertRefused(Admission admission) {
		assertThat(admission).isInstanceOfSatisfying(Admission.Refuse.class,
				(refusal) -> assertThat(refusal.problem()).isEqualTo(IdempotencyProblem.IN_PROGRESS));
	}

	@Test
	void everyWaiterGetsTheAnswer() throws Exception {
		OpenClaim claim = run(this.one);
		List<CompletableFuture<Admission>> waiters = wait(this.one, 4);
		assertThat(waiters).noneMatch(CompletableFuture::isDone);
		claim.complete(ANSWER);
		for (CompletableFuture<Admission> waiter : waiters) {
			assertThat(get(waiter)).isEqualTo(new Admission.Replay(ANSWER));
		}
		assertThat(this.told).hasValue(5);
	}

	@Test
	void answerOfAnotherInstanceIsFound() throws Exception {
		OpenClaim claim = run(instance(Duration.ofSeconds(20), 4));
		CompletableFuture<Admission> waiter = wait(this.one, 1).get(0);
		claim.complete(ANSWER);
		assertThat(get(waiter)).isEqualTo(new Admission.Replay(ANSWER));
	}

	@Test
	void oneWaiterAfterTheOtherTakesOverWhatFailed() throws Exception {
		OpenClaim claim = run(this.one);
		List<CompletableFuture<Admission>> waiters = wait(this.one, 3);
		claim.release();
		await().until(() -> waiters.stream().filter(CompletableFuture::isDone).count() == 1);
		((Admission.Run) get(waiters.get(0))).claim().release();
		await().until(() -> waiters.stream().filter(CompletableFuture::isDone).count() == 2);
		((Admission.Run) get(waiters.get(1))).claim().complete(ANSWER);
		assertThat(get(waiters.get(2))).isEqualTo(new Admission.Replay(ANSWER));
	}

	@Test
	void excessIsRefusedAtOnce() throws Exception {
		OpenClaim claim = run(this.one);
		List<CompletableFuture<Admission>> waiters = wait(this.one, 4);
		CompletableFuture<Admission> fifth = wait(this.one, 1).get(0);
		assertThat(fifth).isDone();
		assertRefused(fifth.join());
		claim.complete(ANSWER);
		for (CompletableFuture<Admission> waiter : waiters) {
			assertThat(get(waiter)).isInstanceOf(Admission.Replay.class);
		}
	}

	@Test
	void waitEnds() throws Exception {
		Idempotency impatient = instance(Duration.ofMillis(100), 1);
		OpenClaim claim = run(impatient);
		assertRefused(get(wait(impatient, 1).get(0)));
		CompletableFuture<Admission> next = wait(impatient, 1).get(0);
		assertThat(next).as("the place is free again").isNotDone();
		claim.complete(ANSWER);
		assertThat(get(next)).isInstanceOf(Admission.Replay.class);
	}

	@Test
	void claimIsNotLostOnSomebodyWhoIsGone() throws Exception {
		OpenClaim claim = run(this.one);
		List<CompletableFuture<Admission>> waiters = wait(this.one, 2);
		waiters.get(0).cancel(false);
		claim.release();
		assertThat(get(waiters.get(1))).isInstanceOf(Admission.Run.class);
	}

	@Test
	void claimIsGivenBackIfEverybodyIsGone() {
		OpenClaim claim = run(this.one);
		wait(this.one, 3).forEach((waiter) -> waiter.cancel(false));
		claim.release();
		assertThat(run(this.one)).isNotNull();
	}

	@Test
	void storeThatFailsMeanwhileLetsNobodyRun() throws Exception {
		OpenClaim claim = run(this.one);
		CompletableFuture<Admission> waiter = wait(this.one, 1).get(0);
		this.store.stop();
		Thread.sleep(200);
		assertThat(waiter).isNotDone();
		this.store.start();
		claim.complete(ANSWER);
		assertThat(get(waiter)).isInstanceOf(Admission.Replay.class);
	}

	@Test
	void raceOfWaitersAndFailuresRunsOneAtATime() throws Exception {
		Idempotency crowded = instance(Duration.ofSeconds(20), 64);
		AtomicInteger running = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		List<CompletableFuture<Void>> all = IntStream.range(0, 64)
			.mapToObj((i) -> CompletableFuture.supplyAsync(() -> crowded.admit(OPERATION, RoutePolicy.OPTIONAL))
				.thenCompose((admission) -> admission)
				.thenAcceptAsync((admission) -> {
					if (admission instanceof Admission.Run run) {
						most.accumulateAndGet(running.incrementAndGet(), Math::max);
						running.decrementAndGet();
						run.claim().release();
					}
				}))
			.toList();
		CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
		assertThat(most).hasValue(1);
		assertThat(this.told).hasValue(64);
	}

}
