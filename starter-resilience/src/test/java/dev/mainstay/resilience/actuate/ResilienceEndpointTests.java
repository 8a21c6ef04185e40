package dev.mainstay.resilience.actuate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.resilience.actuate.ResilienceEndpoint.ClientRow;
import dev.mainstay.resilience.actuate.ResilienceEndpoint.TransportTimes;
import dev.mainstay.resilience.policy.AttemptResult;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.CallTimes;
import dev.mainstay.resilience.policy.ClientPolicies;
import dev.mainstay.resilience.policy.ClientPolicy;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.Permit;
import dev.mainstay.resilience.policy.Policies;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResilienceEndpointTests {

	private static final ClientPolicy LIMITED = new ClientPolicy("limited",
			new CallTimes(Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofSeconds(5)), null, Policies.BUDGET,
			null, new CallLimits(1, 0, Duration.ofSeconds(1)));

	private final AtomicLong now = new AtomicLong();

	private final Destinations destinations = new Destinations(
			new ClientPolicies(Policies.policy(null), Map.of("limited", LIMITED), Map.of()),
			new Ladder(Mode.REPORT).rule("http-client.breaker", Rung.REPORT), this.now::get);

	private final ResilienceEndpoint endpoint = new ResilienceEndpoint(this.destinations,
			new TransportTimes(Duration.ofSeconds(2), Duration.ofSeconds(60)), true);

	@Test
	void aConfiguredClientIsShownBeforeItCalls() {
		assertThat(rows()).extracting(ClientRow::client).containsExactly("default", "limited");
		ClientRow row = row("limited");
		assertThat(row.authority()).isNull();
		assertThat(row.state()).isNull();
		assertThat(row.limits().attemptTimeout()).isEqualTo("2000ms");
		assertThat(row.limits().totalTimeout()).isEqualTo("5000ms");
		assertThat(row.limits().connectTimeout()).isEqualTo("2000ms");
		assertThat(row.limits().maxConcurrentCalls()).isEqualTo(1);
		assertThat(row.limits().budget()).isEqualTo(
				"3 in 10000ms, or 0.1 of the first attempts in 120000ms and no more than 0.2 of those in 10000ms");
	}

	@Test
	void aClientIsShownByAuthorityWithWhatBecameOfItsCalls() {
		calls("limited", 3, Duration.ofMillis(10));
		try (Permit first = CallCourse.begin(this.destinations.of("limited", authority())).attempt()) {
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> CallCourse.begin(this.destinations.of("limited", authority())).attempt());
			ClientRow row = row("limited");
			assertThat(row.authority()).isEqualTo("prices.example.org:443");
			assertThat(Objects.requireNonNull(row.state()).concurrentCalls()).isEqualTo(1);
			CallsCell calls = Objects.requireNonNull(row.calls());
			assertThat(calls.calls()).isEqualTo(5);
			assertThat(calls.attempts()).isEqualTo(4);
			assertThat(calls.amplification()).isEqualTo(1);
			assertThat(calls.rejections()).containsExactly(Map.entry("concurrency-limited", 1L));
			assertThat(Objects.requireNonNull(calls.lastRejection()).reason()).isEqualTo("concurrency-limited");
		}
	}

	@Test
	void aTighterLimitIsProposedWithTheArithmetic() {
		calls("limited", 199, Duration.ofMillis(150));
		assertThat(times("limited").proposal()).isNull();
		calls("limited", 1, Duration.ofMillis(150));
		TimesCell.Proposal proposal = Objects.requireNonNull(times("limited").proposal());
		assertThat(proposal.property()).isEqualTo("mainstay.http-client.clients.limited.attempt-timeout");
		assertThat(proposal.value()).isEqualTo("330ms");
		assertThat(proposal.because()).isEqualTo(
				"the greater of 2 x p99 (2 x 163ms) and 100 ms, rounded up to two digits, is 330 ms; it is 2000ms. "
						+ "Measured over 200 attempts that succeeded, until the head of the answer: add what its body "
						+ "takes");
	}

	@Test
	void whatIsFastIsNotCutShorterThanAPause() {
		calls("other", 500, Duration.ofMillis(1));
		TimesCell.Proposal proposal = Objects.requireNonNull(times("other").proposal());
		assertThat(proposal.value()).isEqualTo("100ms");
		assertThat(proposal.because()).contains("there is no limit");
	}

	@Test
	void aLimitThatIsTightAlreadyIsLeftAlone() {
		calls("limited", 500, Duration.ofMillis(1500));
		assertThat(times("limited").proposal()).isNull();
	}

	@Test
	void answersNothingWhenItIsOff() {
		assertThat(new ResilienceEndpoint(this.destinations, null, false).table()).isNull();
	}

	private void calls(String client, int calls, Duration each) {
		for (int call = 0; call < calls; call++) {
			try (Permit permit = CallCourse.begin(this.destinations.of(client, authority())).attempt()) {
				this.now.addAndGet(each.toNanos());
				permit.answered(AttemptResult.SUCCESS);
			}
		}
	}

	private static Authority authority() {
		return new Authority("prices.example.org", 443);
	}

	private TimesCell times(String client) {
		return Objects.requireNonNull(row(client).times());
	}

	private ClientRow row(String client) {
		return rows().stream().filter((row) -> row.client().equals(client)).findFirst().orElseThrow();
	}

	private List<ClientRow> rows() {
		return Objects.requireNonNull(this.endpoint.table()).clients();
	}

}
