package dev.mainstay.resilience.http.autoconfigure;

import java.time.Duration;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.BreakerSettings;
import dev.mainstay.resilience.policy.BudgetSettings;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.CallTimes;
import dev.mainstay.resilience.policy.ClientPolicies;
import dev.mainstay.resilience.policy.ClientPolicy;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredPoliciesTests {

	private static final String PREFIX = "mainstay.http-client.";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class));

	@Test
	void theDefaultsAreTheDocumentedOnes() {
		this.contextRunner.run((context) -> {
			ClientPolicy policy = policy(context, null, "any.example");
			assertThat(policy.name()).isEqualTo("default");
			assertThat(policy.times()).isEqualTo(new CallTimes(Duration.ofSeconds(60), null, null));
			assertThat(policy.budget()).isEqualTo(new BudgetSettings(0.1, 3, Duration.ofMinutes(2), 2));
			assertThat(policy.limits()).isEqualTo(CallLimits.NONE);
			assertThat(policy.breaker()).isEqualTo(new BreakerSettings(50, 80, Duration.ofSeconds(48),
					Duration.ofSeconds(30), 20, Duration.ofSeconds(5), Duration.ofSeconds(60), 3));
		});
	}

	@Test
	void everyValueOfTheBudgetReachesIt() {
		String budget = PREFIX + "retry.budget.";
		this.contextRunner
			.withPropertyValues(budget + "ratio=0.3", budget + "floor=4", budget + "window=5m", budget + "burst=1.5")
			.run((context) -> assertThat(policy(context, null, "any.example").budget())
				.isEqualTo(new BudgetSettings(0.3, 4, Duration.ofMinutes(5), 1.5)));
	}

	@Test
	void everyValueOfTheBreakerReachesIt() {
		String breaker = PREFIX + "circuit-breaker.";
		this.contextRunner
			.withPropertyValues(breaker + "failure-rate=10", breaker + "slow-rate=20", breaker + "slow-call=3s",
					breaker + "window=40s", breaker + "minimum-calls=5", breaker + "open=6s", breaker + "max-open=7s",
					breaker + "probes=8")
			.run((context) -> assertThat(policy(context, null, "any.example").breaker())
				.isEqualTo(new BreakerSettings(10, 20, Duration.ofSeconds(3), Duration.ofSeconds(40), 5,
						Duration.ofSeconds(6), Duration.ofSeconds(7), 8)));
	}

	@Test
	void aCallIsSlowFromFourFifthsOfItsTime() {
		this.contextRunner.withPropertyValues(PREFIX + "attempt-timeout=10s")
			.run((context) -> assertThat(policy(context, null, "any.example").breaker().slowCall())
				.isEqualTo(Duration.ofSeconds(8)));
	}

	@Test
	void aClientDiffersInWhatIsSaidOfIt() {
		String client = PREFIX + "clients.payments.";
		this.contextRunner
			.withPropertyValues(PREFIX + "max-concurrent-calls=50", PREFIX + "total-timeout=9s",
					client + "hosts=Pay.example,pay.example:8443", client + "attempt-timeout=2s",
					client + "total-timeout=4s", client + "max-retries=0", client + "rate-limit.calls=7")
			.run((context) -> {
				ClientPolicy payments = policy(context, null, "pay.example");
				assertThat(payments.name()).isEqualTo("payments");
				assertThat(payments.times())
					.isEqualTo(new CallTimes(Duration.ofSeconds(60), Duration.ofSeconds(2), Duration.ofSeconds(4)));
				assertThat(payments.limits()).isEqualTo(new CallLimits(50, 7, Duration.ofSeconds(1)));
				assertThat(payments.retry().mayRetry()).isFalse();
				assertThat(policy(context, null, "other.example").retry().mayRetry()).isTrue();
				assertThat(policy(context, "payments", "other.example")).isSameAs(payments);
				assertThat(policy(context, "unknown", "pay.example").name()).isEqualTo("unknown");
			});
	}

	private static ClientPolicy policy(ApplicationContext context, String name, String host) {
		return context.getBean(ClientPolicies.class).of(name, new Authority(host, 443));
	}

}
