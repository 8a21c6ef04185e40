package dev.mainstay.resilience.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.retry.Backoff;
import dev.mainstay.resilience.retry.FailedAttempt;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetrySettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallCourseTests {

	private static final Authority AUTHORITY = new Authority("dependency", 80);

	private static final BreakerSettings BREAKER = new BreakerSettings(50, 80, Duration.ofSeconds(48),
			Duration.ofSeconds(30), 20, Duration.ofSeconds(5), Duration.ofSeconds(60), 3);

	private final RetryPolicy retry = new RetryPolicy(
			new RetrySettings(2, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60), false),
			new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), () -> 0.5), Clock.systemUTC(),
			new RetryListener() {
			});

	private long now = TimeUnit.DAYS.toNanos(1);

	@Test
	void aCallThatWasAskedToWaitLongerThanItMayIsRejectedAndSoAreItsNeighbours() {
		Destination destination = destination(null, CallLimits.NONE, null);
		CallCourse first = CallCourse.begin(destination);
		fail(first, AttemptResult.FAILURE);
		assertThat(first.delayAfter(refused("60"), false)).isNull();
		CallRejectedException rejection = rejection(destination);
		assertThat(rejection.reason()).isEqualTo(RejectionReason.NOT_BEFORE);
		assertThat(rejection.retryAfter()).isEqualTo(Duration.ofSeconds(60));
		passes(61);
		fail(CallCourse.begin(destination), AttemptResult.SUCCESS);
	}

	@Test
	void aShortPauseIsKeptByTheCallThatWasAskedForItAlone() {
		Destination destination = destination(null, CallLimits.NONE, null);
		CallCourse first = CallCourse.begin(destination);
		fail(first, AttemptResult.FAILURE);
		assertThat(first.delayAfter(refused("2"), false)).isEqualTo(Duration.ofMillis(2100));
		fail(CallCourse.begin(destination), AttemptResult.SUCCESS);
	}

	@Test
	void aPauseIsNotTakenForGood() {
		Destination destination = destination(null, CallLimits.NONE, null);
		CallCourse first = CallCourse.begin(destination);
		fail(first, AttemptResult.FAILURE);
		first.delayAfter(refused("86400"), false);
		assertThat(rejection(destination).retryAfter()).isEqualTo(Duration.ofSeconds(60));
		passes(60);
		fail(CallCourse.begin(destination), AttemptResult.SUCCESS);
	}

	@Test
	void aCallThatIsUnderWayKeepsThePauseThatAnotherOneWasAskedFor() {
		Destination destination = destination(null, CallLimits.NONE, null);
		CallCourse underWay = CallCourse.begin(destination);
		fail(underWay, AttemptResult.FAILURE);
		CallCourse other = CallCourse.begin(destination);
		fail(other, AttemptResult.FAILURE);
		other.delayAfter(refused("60"), false);
		assertThat(underWay.delayAfter(new FailedAttempt(FailureKind.AMBIGUOUS, null, true, true), false)).isNull();
	}

	@Test
	void whatTheMethodForbidsToRepeatAsksForTheOthersAllTheSame() {
		Destination destination = destination(null, CallLimits.NONE, null);
		CallCourse post = CallCourse.begin(destination);
		fail(post, AttemptResult.FAILURE);
		assertThat(post.delayAfter(new FailedAttempt(FailureKind.REFUSED, "60", false, true), false)).isNull();
		assertThat(rejection(destination).reason()).isEqualTo(RejectionReason.NOT_BEFORE);
	}

	@Test
	void whoCallsOnceInAWhileSeesItsBreakerCloseAllTheSame() {
		Destination destination = destination(BREAKER, CallLimits.NONE, null);
		for (int i = 0; i < 20; i++) {
			fail(CallCourse.begin(destination), AttemptResult.FAILURE);
		}
		for (int i = 0; i < 3; i++) {
			passes(600);
			fail(CallCourse.begin(destination), AttemptResult.SUCCESS);
		}
		assertThat(destination.state().breaker()).isEqualTo("closed");
	}

	@Test
	void anAnswerThatWasCutSaysNothingUnlessItWasSlowAsWell() {
		Destination destination = destination(BREAKER, CallLimits.NONE, null);
		Permit cut = CallCourse.begin(destination).attempt();
		passes(1);
		assertThat(cut.resultOfCut()).isEqualTo(AttemptResult.NOTHING);
		passes(47);
		assertThat(cut.resultOfCut()).isEqualTo(AttemptResult.FAILURE);
	}

	@Test
	void theBreakerOpensAndWhatItRejectsIsNoAttempt() {
		Destination destination = destination(BREAKER, CallLimits.NONE, null);
		for (int i = 0; i < 20; i++) {
			fail(CallCourse.begin(destination), AttemptResult.FAILURE);
		}
		for (int i = 0; i < 100; i++) {
			assertThat(rejection(destination).reason()).isEqualTo(RejectionReason.CIRCUIT_OPEN);
		}
		assertThat(destination.counts().attempts()).isEqualTo(20);
		assertThat(destination.counts().rejections(RejectionReason.CIRCUIT_OPEN)).isEqualTo(100);
	}

	@Test
	void aFailedCallIsNotMadeOnceMoreWhenTheBreakerHasOpened() {
		Destination destination = destination(BREAKER, CallLimits.NONE, null);
		CallCourse early = CallCourse.begin(destination);
		Permit permit = early.attempt();
		for (int i = 0; i < 20; i++) {
			fail(CallCourse.begin(destination), AttemptResult.FAILURE);
		}
		permit.answered(AttemptResult.FAILURE);
		permit.close();
		assertThat(early.delayAfter(refused(null), false)).isNull();
	}

	@Test
	void theBreakerClosesWhenItsProbesSucceedAndStaysOpenTwiceAsLongWhenTheyDoNot() {
		Destination destination = destination(BREAKER, CallLimits.NONE, null);
		for (int i = 0; i < 20; i++) {
			fail(CallCourse.begin(destination), AttemptResult.FAILURE);
		}
		passes(7);
		for (int i = 0; i < 3; i++) {
			fail(CallCourse.begin(destination), AttemptResult.FAILURE);
		}
		passes(9);
		assertThat(rejection(destination).reason()).isEqualTo(RejectionReason.CIRCUIT_OPEN);
		passes(4);
		for (int i = 0; i < 3; i++) {
			fail(CallCourse.begin(destination), AttemptResult.SUCCESS);
		}
		assertThat(destination.state().breaker()).isEqualTo("closed");
	}

	@Test
	void nothingThatSaysNothingOpensTheBreaker() {
		Destination destination = destination(BREAKER, new CallLimits(1, 0, Duration.ofSeconds(1)), null);
		for (int i = 0; i < 1000; i++) {
			fail(CallCourse.begin(destination), AttemptResult.NOTHING);
		}
		try (Permit held = CallCourse.begin(destination).attempt()) {
			for (int i = 0; i < 1000; i++) {
				assertThat(rejection(destination).reason()).isEqualTo(RejectionReason.CONCURRENCY_LIMITED);
			}
			assertThat(destination.state().concurrentCalls()).isEqualTo(1);
		}
		assertThat(destination.state().breaker()).isEqualTo("closed");
		fail(CallCourse.begin(destination), AttemptResult.SUCCESS);
	}

	@Test
	void aPermitGivesItsPlaceBackOnce() {
		Destination destination = destination(null, new CallLimits(1, 0, Duration.ofSeconds(1)), null);
		Permit permit = CallCourse.begin(destination).attempt();
		permit.close();
		permit.close();
		try (Permit held = CallCourse.begin(destination).attempt()) {
			assertThat(rejection(destination).reason()).isEqualTo(RejectionReason.CONCURRENCY_LIMITED);
		}
	}

	@Test
	void callsOfAPeriodAreLimited() {
		Destination destination = destination(null, new CallLimits(0, 2, Duration.ofHours(1)), null);
		fail(CallCourse.begin(destination), AttemptResult.SUCCESS);
		fail(CallCourse.begin(destination), AttemptResult.SUCCESS);
		CallRejectedException rejection = rejection(destination);
		assertThat(rejection.reason()).isEqualTo(RejectionReason.RATE_LIMITED);
		assertThat(rejection.retryAfter()).isBetween(Duration.ofMinutes(1), Duration.ofHours(1));
	}

	@Test
	void theEarlierDeadlineCountsAndNothingBeginsAfterIt() {
		Destination destination = destination(null, CallLimits.NONE, Duration.ofSeconds(3));
		CallCourse course = CallCourse.begin(destination, Deadline.after(Duration.ofSeconds(10), () -> this.now), 1);
		assertThat(course.deadline()).isNotNull();
		assertThat(course.deadline().remaining()).isEqualTo(Duration.ofSeconds(3));
		fail(course, AttemptResult.FAILURE);
		this.now += Duration.ofMillis(2960).toNanos();
		assertThat(course.delayAfter(refused(null), false)).isNull();
		passes(1);
		assertThatExceptionOfType(CallRejectedException.class).isThrownBy(course::attempt)
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(RejectionReason.DEADLINE));
	}

	@Test
	void aReportingBreakerLetsEverythingPassAndCounts() {
		Destination destination = Policies.reporting(policy(BREAKER, CallLimits.NONE, null), () -> this.now)
			.of(null, AUTHORITY);
		for (int i = 0; i < 50; i++) {
			fail(CallCourse.begin(destination), AttemptResult.FAILURE);
		}
		assertThat(destination.counts().attempts()).isEqualTo(50);
		assertThat(destination.state().breaker()).isEqualTo("open");
	}

	private CallRejectedException rejection(Destination destination) {
		CallCourse course = CallCourse.begin(destination);
		try {
			course.attempt().close();
		}
		catch (CallRejectedException rejection) {
			return rejection;
		}
		throw new AssertionError("It was let through");
	}

	private static void fail(CallCourse course, AttemptResult result) {
		Permit permit = course.attempt();
		permit.answered(result);
		permit.close();
	}

	private static FailedAttempt refused(String retryAfter) {
		return new FailedAttempt(FailureKind.REFUSED, retryAfter, true, true);
	}

	private void passes(int seconds) {
		this.now += Duration.ofSeconds(seconds).toNanos();
	}

	private Destination destination(BreakerSettings breaker, CallLimits limits, Duration total) {
		return Policies.destinations(policy(breaker, limits, total), () -> this.now).of(null, AUTHORITY);
	}

	private ClientPolicy policy(BreakerSettings breaker, CallLimits limits, Duration total) {
		return new ClientPolicy(ClientPolicies.DEFAULT, new CallTimes(Duration.ofSeconds(60), null, total), this.retry,
				Policies.BUDGET, breaker, limits);
	}

}
