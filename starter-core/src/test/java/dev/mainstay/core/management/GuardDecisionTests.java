package dev.mainstay.core.management;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import dev.mainstay.core.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the guard answers, and what its listeners are told.
 */
@ExtendWith(OutputCaptureExtension.class)
class GuardDecisionTests {

	private static final TestCall CALL = TestCall.from("192.0.2.9", "192.0.2.1", false);

	/** The host stands in for a secret. */
	private static final TestCall RIGHT = CALL.to("right");

	private static final TestCall WRONG = CALL.to("wrong");

	private final AtomicLong clock = new AtomicLong();

	private final List<AccessOutcome> told = new ArrayList<>();

	private final List<ManagementAccessPolicy> policies = new ArrayList<>(List.of(new Secret("right")));

	private final List<ManagementAccessListener> listeners = new ArrayList<>(
			List.of((outcome, call) -> this.told.add(outcome)));

	private Predicate<String> writable = (endpoint) -> false;

	private final ManagementGuard guard = new ManagementGuard(
			new GuardedEndpoints(true, (endpoint) -> this.writable.test(endpoint)), () -> this.policies,
			() -> this.listeners, this.clock::get);

	private int answer(ManagementCall call) {
		Problem problem = this.guard.refusal(call);
		return (problem != null) ? problem.status() : 200;
	}

	private void failTenTimes() {
		for (int i = 0; i < WrongSecrets.MAX_FAILURES; i++) {
			assertThat(answer(WRONG)).isEqualTo(401);
		}
		this.told.clear();
	}

	@Test
	void whoReadsWithTheRightSecretIsAdmitted() {
		assertThat(answer(RIGHT)).isEqualTo(200);
		assertThat(this.told).containsExactly(AccessOutcome.READ);
	}

	@Test
	void aStrangerIsToldApartFromWhomTheApplicationKnows() {
		assertThat(answer(CALL)).isEqualTo(401);
		Problem problem = this.guard.refusal(CALL.by(() -> "joe"));
		assertThat(problem).hasToString("403 forbidden");
		assertThat(problem.headers()).isEmpty();
		assertThat(this.told).containsExactly(AccessOutcome.ANONYMOUS, AccessOutcome.FORBIDDEN);
	}

	@Test
	void whoIsAdmittedMayOnlyRead(CapturedOutput output) {
		for (int i = 0; i < 2; i++) {
			assertThat(this.guard.refusal(RIGHT.by("POST"))).hasToString("403 forbidden");
		}
		assertThat(answer(RIGHT.by("DELETE"))).isEqualTo(403);
		assertThat(answer(RIGHT.by("HEAD"))).isEqualTo(200);
		assertThat(this.told).containsExactly(AccessOutcome.READ_ONLY, AccessOutcome.READ_ONLY, AccessOutcome.READ_ONLY,
				AccessOutcome.READ);
		assertThat(output.toString().lines()).singleElement()
			.asString()
			.contains("management.endpoint.prometheus.access=unrestricted");
	}

	@Test
	void whoIsAdmittedMayWriteWhereThatIsAllowed() {
		this.writable = "prometheus"::equals;
		assertThat(answer(RIGHT.by("POST"))).isEqualTo(200);
		assertThat(answer(WRONG.by("POST"))).isEqualTo(401);
		assertThat(this.told).containsExactly(AccessOutcome.WRITE, AccessOutcome.WRONG_SECRET);
	}

	@Test
	void tooManyWrongSecretsAreRefusedForAMinute(CapturedOutput output) {
		failTenTimes();
		this.clock.addAndGet(1);
		assertThat(this.guard.refusal(RIGHT)).satisfies((problem) -> {
			assertThat(problem).hasToString("429 rate-limited");
			assertThat(problem.headers()).containsEntry("Retry-After", "60");
		});
		assertThat(this.told).containsExactly(AccessOutcome.LIMITED);
		this.clock.set(WrongSecrets.PAUSE - 1);
		assertThat(this.guard.refusal(RIGHT).headers()).containsEntry("Retry-After", "1");
		this.clock.set(WrongSecrets.PAUSE);
		assertThat(answer(RIGHT)).isEqualTo(200);
		assertThat(output).contains("Secrets from 192.0.2.9 are refused for a minute");
	}

	@Test
	void theLimitIsToldOnceAfterTheFailureThatReachedIt() {
		for (int i = 0; i < WrongSecrets.MAX_FAILURES + 5; i++) {
			answer(WRONG);
		}
		assertThat(this.told.subList(0, 9)).containsOnly(AccessOutcome.WRONG_SECRET);
		assertThat(this.told.subList(9, 12)).containsExactly(AccessOutcome.WRONG_SECRET, AccessOutcome.LIMIT_REACHED,
				AccessOutcome.LIMITED);
		assertThat(this.told.subList(11, 16)).containsOnly(AccessOutcome.LIMITED);
	}

	@Test
	void whomAnotherPolicyAdmitsIsNeitherLimitedNorCounted() {
		this.policies.add((call) -> call.principal() != null);
		for (int i = 0; i < 50; i++) {
			assertThat(answer(WRONG.by(() -> "joe"))).isEqualTo(200);
		}
		assertThat(answer(RIGHT)).isEqualTo(200);
		failTenTimes();
		assertThat(answer(RIGHT.by(() -> "joe"))).isEqualTo(200);
	}

	@Test
	void whoSendsNoSecretIsNeitherLimitedNorCounted() {
		for (int i = 0; i < 50; i++) {
			assertThat(answer(CALL)).isEqualTo(401);
		}
		assertThat(answer(RIGHT)).isEqualTo(200);
		failTenTimes();
		assertThat(answer(CALL)).isEqualTo(401);
	}

	/** One call is one attempt, however many policies look at its secret. */
	@Test
	void twoSecretsAreNotTwoFailures() {
		this.policies.add(new Secret("second"));
		this.policies.add(new Secret("third"));
		for (int i = 0; i < 50; i++) {
			assertThat(answer(CALL.to("third"))).isEqualTo(200);
		}
		failTenTimes();
		assertThat(answer(CALL.to("third"))).isEqualTo(429);
	}

	@Test
	void allAddressesOfAnIpv6NetworkCountAsOne() {
		for (int i = 0; i < WrongSecrets.MAX_FAILURES; i++) {
			answer(TestCall.from("2001:db8:0:1::" + i, "::1", false).to("wrong"));
		}
		assertThat(answer(TestCall.from("2001:db8:0:1:ffff::1", "::1", false).to("right"))).isEqualTo(429);
		assertThat(answer(TestCall.from("2001:db8:0:2::1", "::1", false).to("right"))).isEqualTo(200);
	}

	@Test
	void anIpv4AddressInItsIpv6FormIsTheSame() {
		failTenTimes();
		assertThat(answer(TestCall.from("::ffff:192.0.2.9", "192.0.2.1", false).to("right"))).isEqualTo(429);
	}

	@Test
	void aListenerThatFailsChangesNothing(CapturedOutput output) {
		this.listeners.add(0, (outcome, call) -> {
			throw new IllegalStateException("broken");
		});
		assertThat(answer(RIGHT)).isEqualTo(200);
		assertThat(answer(CALL)).isEqualTo(401);
		assertThat(this.told).containsExactly(AccessOutcome.READ, AccessOutcome.ANONYMOUS);
		assertThat(output.toString().split("A listener was not told", -1)).hasSize(2);
	}

	@Test
	void listenersThatCannotBeCreatedChangeNothing(CapturedOutput output) {
		ManagementGuard without = new ManagementGuard(new GuardedEndpoints(true), () -> this.policies, () -> {
			throw new IllegalStateException("broken");
		});
		assertThat(without.refusal(RIGHT)).isNull();
		assertThat(without.refusal(CALL)).hasToString("401 unauthenticated");
		assertThat(output.toString().split("A listener was not told", -1)).hasSize(2);
	}

	record Secret(String secret) implements ManagementAccessPolicy {

		@Override
		public boolean comparesSecretOf(ManagementCall call) {
			return call.header("Host") != null;
		}

		@Override
		public boolean admits(ManagementCall call) {
			return this.secret.equals(call.header("Host"));
		}

		@Override
		public @Nullable String challenge() {
			return "Secret";
		}

	}

}
