package dev.mainstay.resilience.http.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.OutboundHeaders;
import dev.mainstay.resilience.policy.ClientPolicies;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.retry.Backoff;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.RetryListeners;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetrySettings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of what calls to other services are made under, whichever client
 * makes them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LadderAutoConfiguration.class)
@ConditionalOnBean(Ladder.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.http-client.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ HttpClientProperties.class, RetryProperties.class, CircuitBreakerProperties.class })
public final class CallPolicyAutoConfiguration {

	private static final String RETRY = "mainstay.http-client.retry.enabled";

	private static final String DEADLINE = "mainstay.deadline.enabled";

	@Bean
	@ConditionalOnMissingBean
	ClientPolicies mainstayClientPolicies(HttpClientProperties properties, RetryProperties retry,
			CircuitBreakerProperties breaker, ObjectProvider<RetryPolicy> retryPolicy, Environment environment) {
		return new ConfiguredPolicies(properties, retry, breaker,
				Switch.isOn(environment, RETRY) ? retryPolicy.getIfAvailable() : null)
			.policies();
	}

	@Bean
	@ConditionalOnMissingBean
	Destinations mainstayDestinations(ClientPolicies policies, HttpClientProperties properties, Ladder ladder,
			ConfigurableListableBeanFactory beans) {
		return new Destinations(policies,
				ladder.rule("http-client.breaker", properties.breaker(), new PolicyUse(beans)), System::nanoTime);
	}

	@Bean
	@ConditionalOnMissingBean
	CallPolicy mainstayCallPolicy(Destinations destinations, HttpClientProperties properties, RetryProperties retry,
			Environment environment) {
		return new CallPolicy(destinations,
				new OutboundHeaders(deadlineHeader(properties, environment), retry.attemptHeader()),
				(delay) -> Thread.sleep(delay.toMillis(), delay.toNanosPart() % 1_000_000));
	}

	/** The name under which this service reads it, if nothing else is said. */
	private static String deadlineHeader(HttpClientProperties properties, Environment environment) {
		if (!Switch.isOn(environment, DEADLINE)) {
			return "";
		}
		String own = properties.deadlineHeader();
		return (own != null) ? own : environment.getProperty("mainstay.deadline.header", "X-Request-Timeout-Ms");
	}

	/**
	 * Retries.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = RETRY, matchIfMissing = true)
	static class RetryConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RetryPolicy mainstayRetryPolicy(RetryProperties retry, ObjectProvider<RetryListener> listeners) {
			SingletonSupplier<List<RetryListener>> ordered = SingletonSupplier
				.of(() -> listeners.orderedStream().toList());
			return new RetryPolicy(
					new RetrySettings(retry.maxRetries(), retry.maxRetryAfter(), retry.maxElapsed(),
							retry.maxNotBefore(), retry.retryOn500()),
					new Backoff(retry.baseDelay(), retry.maxDelay(), () -> ThreadLocalRandom.current().nextDouble()),
					Clock.systemUTC(), new RetryListeners(ordered::obtain));
		}

	}

}
