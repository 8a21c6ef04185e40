package dev.mainstay.core.management;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.mainstay.core.management.WrongSecrets.Attempt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WrongSecretsTests {

	private static final String PEER = "c0000201";

	private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5);

	private final WrongSecrets secrets = new WrongSecrets(this.clock::get);

	private Attempt wrong(@Nullable String peer) {
		return this.secrets.attempt(peer, () -> false);
	}

	private boolean right(@Nullable String peer) {
		return this.secrets.attempt(peer, () -> true).right();
	}

	private void fail(int times, @Nullable String peer) {
		IntStream.range(0, times).forEach((number) -> wrong(peer));
	}

	@Test
	void theTenthFailureWithinAMinuteIsTheLast() {
		fail(9, PEER);
		assertThat(right(PEER)).isTrue();
		assertThat(wrong(PEER)).isEqualTo(Attempt.LAST);
		AtomicInteger compared = new AtomicInteger();
		assertThat(this.secrets.attempt(PEER, () -> compared.incrementAndGet() > 0))
			.isEqualTo(Attempt.limited(WrongSecrets.PAUSE));
		assertThat(compared).hasValue(0);
	}

	@Test
	void afterAMinuteAllBeginsAnew() {
		fail(10, PEER);
		this.clock.addAndGet(WrongSecrets.PAUSE - 1);
		assertThat(this.secrets.attempt(PEER, () -> true).pause()).isEqualTo(1);
		this.clock.addAndGet(1);
		assertThat(right(PEER)).isTrue();
		fail(9, PEER);
		assertThat(right(PEER)).isTrue();
	}

	@Test
	void whatIsTriedMeanwhileMakesItNoLonger() {
		fail(10, PEER);
		this.clock.addAndGet(WrongSecrets.PAUSE / 2);
		fail(100, PEER);
		this.clock.addAndGet(WrongSecrets.PAUSE / 2);
		assertThat(right(PEER)).isTrue();
	}

	/** No ten of them lie within a minute, wherever it begins. */
	@Test
	void whoFailsNowAndThenIsNotLimited() {
		for (int i = 0; i < 1000; i++) {
			assertThat(wrong(PEER)).isEqualTo(Attempt.WRONG);
			this.clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(6667));
		}
	}

	@Test
	void theMinuteMayBeginAnywhere() {
		fail(1, PEER);
		this.clock.addAndGet(WrongSecrets.WINDOW - 1);
		fail(5, PEER);
		this.clock.addAndGet(WrongSecrets.WINDOW - 1);
		fail(4, PEER);
		assertThat(wrong(PEER)).isEqualTo(Attempt.LAST);
	}

	@Test
	void othersAreNotLimited() {
		fail(20, PEER);
		assertThat(right("c0000202")).isTrue();
		assertThat(wrong("c0000202")).isEqualTo(Attempt.WRONG);
	}

	@Test
	void whoseAddressIsNotKnownIsNotLimited() {
		fail(20, null);
		assertThat(right(null)).isTrue();
		assertThat(this.secrets.size()).isZero();
	}

	@Test
	void whoWasRightIsNotKept() {
		assertThat(right(PEER)).isTrue();
		assertThat(this.secrets.size()).isZero();
	}

	@Test
	void theOnesThatFailedLongestAgoAreForgotten() {
		fail(10, PEER);
		fail(5, "other");
		for (int i = 0; i < WrongSecrets.MAX_PEERS - 2; i++) {
			wrong("peer" + i);
		}
		fail(4, "other");
		wrong("one more");
		assertThat(this.secrets.size()).isEqualTo(WrongSecrets.MAX_PEERS);
		assertThat(right(PEER)).isTrue();
		assertThat(wrong("other")).isEqualTo(Attempt.LAST);
	}

	@Test
	void noNumberOfConnectionsGetsMoreAttempts() throws Exception {
		AtomicInteger compared = new AtomicInteger();
		ExecutorService pool = Executors.newFixedThreadPool(16);
		try {
			Callable<Attempt> attempt = () -> this.secrets.attempt(PEER, () -> {
				compared.incrementAndGet();
				Thread.yield();
				return false;
			});
			pool.invokeAll(IntStream.range(0, 2000).mapToObj((number) -> attempt).toList());
		}
		finally {
			pool.shutdownNow();
		}
		assertThat(compared).hasValue(WrongSecrets.MAX_FAILURES);
	}

	@Test
	void aPolicyThatFailsLeavesNothingLocked() {
		for (int i = 0; i < 2; i++) {
			assertThatIllegalStateException().isThrownBy(() -> this.secrets.attempt(PEER, () -> {
				throw new IllegalStateException("broken");
			}));
		}
		assertThat(right(PEER)).isTrue();
	}

}
