package dev.mainstay.resilience.retry;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTests {

	private static final FailedAttempt REFUSED = new FailedAttempt(FailureKind.REFUSED, null, true, true);

	private final List<Enum<?>> events = new ArrayList<>();

	private final RetryPolicy policy = new RetryPolicy(
			new RetrySettings(2, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), false),
			new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(2), () -> 0.5), Clock.systemUTC(), new Listener());

	private final RetryingClient client = new RetryingClient("default",
			new RetryBudget(0.1, 3, Duration.ofMinutes(2), 2, System::nanoTime), false, false);

	@Test
	void waitsForTheDelayOfTheBackoff() {
		assertThat(delay(REFUSED, 0, 9.4)).isEqualTo(Duration.ofMillis(500));
		assertThat(this.events).containsExactly(FailureKind.REFUSED);
	}

	@Test
	void doesNotWaitForAnAttemptThatWouldBeginTooLate() {
		assertThat(delay(REFUSED, 0, 9.5)).isNull();
		assertThat(this.events).containsExactly(Suppression.ELAPSED);
	}

	@Test
	void doesNotWaitAsAskedWhereThatWouldTakeTooLongInAll() {
		assertThat(delay(new FailedAttempt(FailureKind.REFUSED, "4", true, true), 0, 7)).isNull();
		assertThat(this.events).containsExactly(Suppression.ELAPSED);
	}

	@Test
	void namesTheLongWaitThatWasAskedFor() {
		assertThat(delay(new FailedAttempt(FailureKind.REFUSED, "60", true, true), 0, 0)).isNull();
		assertThat(this.events).containsExactly(Suppression.RETRY_AFTER);
	}

	@Test
	void namesTheMethodBeforeAnythingThatMayChange() {
		assertThat(delay(new FailedAttempt(FailureKind.REFUSED, "60", false, true), 2, 60)).isNull();
		assertThat(this.events).containsExactly(Suppression.METHOD);
	}

	@Test
	void doesNotWaitForAnAttemptAfterTheDeadline() {
		assertThat(this.policy.delayBeforeRetry(this.client, REFUSED,
				new CallProgress(0, Duration.ZERO, Duration.ofMillis(500), 1)))
			.isNull();
		assertThat(this.events).containsExactly(Suppression.DEADLINE);
	}

	@Test
	void doesNotRetryForACallerThatRetries() {
		assertThat(this.policy.delayBeforeRetry(this.client, REFUSED, new CallProgress(0, Duration.ZERO, null, 2)))
			.isNull();
		assertThat(this.events).containsExactly(Suppression.INBOUND_RETRY);
	}

	@Test
	void doesNotWaitForAnAttemptThatWouldBeRejected() {
		RetryingClient rejecting = new RetryingClient("default", this.client.budget(), false, true);
		assertThat(this.policy.delayBeforeRetry(rejecting, REFUSED, new CallProgress(0, Duration.ZERO, null, 1)))
			.isNull();
		assertThat(this.events).containsExactly(Suppression.CIRCUIT_OPEN);
	}

	private Duration delay(FailedAttempt attempt, int retries, double elapsedSeconds) {
		return this.policy.delayBeforeRetry(this.client, attempt,
				new CallProgress(retries, Duration.ofMillis((long) (elapsedSeconds * 1000)), null, 1));
	}

	private final class Listener implements RetryListener {

		@Override
		public void onRetry(String client, FailureKind kind) {
			RetryPolicyTests.this.events.add(kind);
		}

		@Override
		public void onSuppressed(String client, Suppression reason) {
			RetryPolicyTests.this.events.add(reason);
		}

	}

}
