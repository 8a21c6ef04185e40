package dev.mainstay.core.management;

import java.util.List;

import dev.mainstay.core.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ManagementGuardTests {

	private static final ManagementCall CALL = TestCall.from("10.0.0.1", "10.0.0.2", false);

	@Test
	void guardsWhatMainstayExposesExceptHealthAndInfo() {
		ManagementGuard guard = new ManagementGuard(new GuardedEndpoints(true), List::of);
		assertThat(guard.guards("prometheus")).isTrue();
		assertThat(guard.guards(EndpointPatterns.UNKNOWN)).isTrue();
		assertThat(guard.guards("health")).isFalse();
		assertThat(guard.guards("info")).isFalse();
	}

	@Test
	void guardsNothingThatTheApplicationExposes() {
		assertThat(new ManagementGuard(new GuardedEndpoints(false), List::of).guards("prometheus")).isFalse();
	}

	@Test
	void refusesWithoutPolicies() {
		assertRefused(guard());
		assertThat(guard().refusal(CALL).headers()).isEmpty();
	}

	@Test
	void admitsWhomAnyPolicyAdmits() {
		assertThat(guard((call) -> false, (call) -> true).refusal(CALL)).isNull();
		assertRefused(guard((call) -> false, (call) -> false));
	}

	@Test
	void aPolicyThatThrowsAdmitsNobodyAndStopsNobody(CapturedOutput output) {
		ManagementAccessPolicy broken = (call) -> {
			throw new IllegalStateException("broken");
		};
		assertRefused(guard(broken));
		assertThat(guard(broken, (call) -> true).refusal(CALL)).isNull();
		assertThat(output).contains("A policy of access to the management endpoints failed");
	}

	@Test
	void policiesThatCannotBeCreatedAdmitNobodyAndFailNobody(CapturedOutput output) {
		ManagementGuard guard = new ManagementGuard(new GuardedEndpoints(true), () -> {
			throw new IllegalStateException("broken");
		});
		assertRefused(guard);
		assertThat(guard.refusal(CALL).headers()).isEmpty();
		assertThat(output.toString().lines().filter((line) -> line.contains("cannot be created"))).hasSize(1);
	}

	@Test
	void logsTheFirstRefusalWithWhatWouldAdmitMore(CapturedOutput output) {
		ManagementGuard guard = guard(new Described("Bearer", "set a.b"), new Described(null, "set c.d"));
		guard.refusal(CALL);
		guard.refusal(CALL);
		assertThat(output.toString().lines()).singleElement()
			.asString()
			.contains("'prometheus'", "10.0.0.1", "set a.b or set c.d");
		assertThat(guard.refusal(CALL).headers()).containsEntry("WWW-Authenticate", "Bearer");
	}

	private static void assertRefused(ManagementGuard guard) {
		Problem problem = guard.refusal(CALL);
		assertThat(problem).isNotNull();
		assertThat(problem.status()).isEqualTo(401);
		assertThat(problem.code()).isEqualTo("unauthenticated");
	}

	private static ManagementGuard guard(ManagementAccessPolicy... policies) {
		return new ManagementGuard(new GuardedEndpoints(true), () -> List.of(policies));
	}

	record Described(@Nullable String challenge, @Nullable String remedy) implements ManagementAccessPolicy {

		@Override
		public boolean admits(ManagementCall call) {
			return false;
		}

	}

}
