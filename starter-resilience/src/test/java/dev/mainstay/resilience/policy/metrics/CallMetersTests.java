package dev.mainstay.resilience.policy.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Mode;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.resilience.policy.AttemptResult;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.BreakerSettings;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.ClientPolicies;
import dev.mainstay.resilience.policy.ClientPolicy;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.Permit;
import dev.mainstay.resilience.policy.Policies;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CallMetersTests {

	private static final BreakerSettings BREAKER = new BreakerSettings(50, 80, Duration.ofSeconds(8),
			Duration.ofSeconds(30), 2, Duration.ofSeconds(5), Duration.ofSeconds(60), 3);

	private static final ClientPolicy DEFAULT = new ClientPolicy("default", Policies.TIMES, null, Policies.BUDGET,
			BREAKER, CallLimits.NONE);

	private final AtomicLong now = new AtomicLong();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final Destinations destinations = new Destinations(
			new ClientPolicies(DEFAULT, Map.of("prices", DEFAULT.withName("prices")), Map.of()),
			new Ladder(Mode.ENFORCE).rule("http-client.breaker", Rung.ENFORCE), this.now::get);

	@BeforeEach
	void bind() {
		new CallMeters(this.destinations).bindTo(this.registry);
	}

	@Test
	void thoseOfConfiguredClientsAreThereBeforeTheFirstCall() {
		for (String client : new String[] { "default", "prices" }) {
			assertThat(counter("calls", "client", client)).isZero();
			assertThat(counter("attempts", "client", client)).isZero();
			assertThat(counter("rejections", "client", client, "reason", "circuit-open")).isZero();
			assertThat(gauge("amplification", "client", client)).isEqualTo(1);
			assertThat(gauge("breakers", "client", client, "state", "open")).isZero();
		}
	}

	@Test
	void countWhatBecameOfCalls() {
		Destination prices = this.destinations.of("prices", new Authority("prices.example.org", 443));
		call(prices, AttemptResult.FAILURE);
		call(prices, AttemptResult.FAILURE);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> call(prices, AttemptResult.SUCCESS));
		assertThat(counter("calls", "client", "prices")).isEqualTo(3);
		assertThat(counter("attempts", "client", "prices")).isEqualTo(2);
		assertThat(counter("rejections", "client", "prices", "reason", "circuit-open")).isEqualTo(1);
		assertThat(gauge("breakers", "client", "prices", "state", "open")).isEqualTo(1);
		assertThat(counter("calls", "client", "default")).isZero();
	}

	@Test
	void theFactorIsThatOfTheWindow() {
		Destination other = this.destinations.of("other", Authority.NONE);
		for (int call = 0; call < 4; call++) {
			call(other, AttemptResult.SUCCESS);
		}
		other.budget().tryRetry(2);
		assertThat(gauge("amplification", "client", "other")).isEqualTo(1.25);
		this.now.addAndGet(Duration.ofSeconds(30).toNanos());
		assertThat(gauge("amplification", "client", "other")).isEqualTo(1);
	}

	@Test
	void countsOutliveADestinationThatIsForgotten() {
		for (int port = 1; port <= 1500; port++) {
			call(this.destinations.of("other", new Authority("ever-new", port)), AttemptResult.SUCCESS);
		}
		assertThat(this.destinations.all()).hasSize(1000);
		assertThat(counter("calls", "client", "other")).isEqualTo(1500);
	}

	@Test
	void haveTheNamesAndTagsThatAreDocumented() {
		assertThat(this.registry.getMeters()).extracting((meter) -> meter.getId().getName())
			.containsOnly(Arrays.stream(CallMeterDocumentation.values())
				.map(CallMeterDocumentation::getName)
				.toArray(String[]::new));
		for (CallMeterDocumentation meter : CallMeterDocumentation.values()) {
			assertThat(this.registry.get(meter.getName()).meters())
				.allSatisfy((registered) -> assertThat(tags(registered)).containsExactlyInAnyOrder(
						Arrays.stream(meter.getKeyNames()).map(KeyName::asString).toArray(String[]::new)));
		}
	}

	private static String[] tags(Meter meter) {
		return meter.getId().getTags().stream().map(Tag::getKey).toArray(String[]::new);
	}

	private static void call(Destination destination, AttemptResult result) {
		try (Permit permit = CallCourse.begin(destination).attempt()) {
			permit.answered(result);
		}
	}

	private double counter(String name, String... tags) {
		return this.registry.get("mainstay.http.client." + name).tags(tags).functionCounter().count();
	}

	private double gauge(String name, String... tags) {
		return this.registry.get("mainstay.http.client." + name).tags(tags).gauge().value();
	}

}
