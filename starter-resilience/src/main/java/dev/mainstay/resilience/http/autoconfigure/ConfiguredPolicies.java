package dev.mainstay.resilience.http.autoconfigure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.mainstay.core.mode.Rung;
import dev.mainstay.resilience.http.autoconfigure.HttpClientProperties.Client;
import dev.mainstay.resilience.http.autoconfigure.HttpClientProperties.RateLimit;
import dev.mainstay.resilience.policy.BreakerSettings;
import dev.mainstay.resilience.policy.BudgetSettings;
import dev.mainstay.resilience.policy.CallLimits;
import dev.mainstay.resilience.policy.CallTimes;
import dev.mainstay.resilience.policy.ClientPolicies;
import dev.mainstay.resilience.policy.ClientPolicy;
import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Makes the policies of what is configured, and holds the values against each other.
 *
 * @param properties for all clients, and what is different for some
 * @param retry bounds of their retries
 * @param breaker their circuit breakers
 * @param retries decides on their retries, {@code null} for none at all
 */
record ConfiguredPolicies(HttpClientProperties properties, RetryProperties retry, CircuitBreakerProperties breaker,
		@Nullable RetryPolicy retries) {

	private static final String PREFIX = "mainstay.http-client.";

	private static final Client PLAIN = new Client(List.of(), null, null, null, null, null, null);

	ClientPolicies policies() {
		Map<String, ClientPolicy> clients = new HashMap<>();
		Map<String, String> namesByHost = new HashMap<>();
		this.properties.clients().forEach((name, client) -> {
			clients.put(name, policy(name, client, PREFIX + "clients." + name + "."));
			client.hosts().forEach((host) -> namesByHost.put(host.toLowerCase(Locale.ROOT), name));
		});
		return new ClientPolicies(policy(ClientPolicies.DEFAULT, PLAIN, PREFIX), clients, namesByHost);
	}

	private ClientPolicy policy(String name, Client client, String prefix) {
		CallTimes times = new CallTimes(this.properties.responseTimeout(),
				either(client.attemptTimeout(), this.properties.attemptTimeout()),
				either(client.totalTimeout(), this.properties.totalTimeout()));
		requireCoherent(times, prefix);
		RetryProperties.Budget budget = this.retry.budget();
		return new ClientPolicy(name, times, retries(client),
				new BudgetSettings(budget.ratio(), budget.floor(), budget.window(), budget.burst()), breaker(times),
				limits(client));
	}

	private @Nullable RetryPolicy retries(Client client) {
		RetryPolicy retry = this.retries;
		if (retry != null && client.maxRetries() != null) {
			retry = retry.withMaxRetries(client.maxRetries());
		}
		return (retry != null && client.maxNotBefore() != null) ? retry.withMaxNotBefore(client.maxNotBefore()) : retry;
	}

	/** With the arithmetic, so that nobody has to do it again. */
	private void requireCoherent(CallTimes times, String prefix) {
		Duration attempt = times.attempt();
		if (attempt == null) {
			return;
		}
		Duration total = times.total();
		HttpClientProperties.require(name(prefix, "attempt-timeout"), attempt,
				total == null || attempt.compareTo(total) <= 0,
				"one attempt of " + text(attempt) + " does not fit into the " + text(total) + " of the total-timeout",
				"Set it to " + text(total) + " or less, or the total-timeout to more");
		if (this.properties.breaker() == Rung.OFF) {
			return;
		}
		Duration two = attempt.multipliedBy(2);
		HttpClientProperties.require("circuit-breaker.window", this.breaker.window(),
				this.breaker.window().compareTo(two) >= 0, "two attempts of " + text(attempt) + " (" + prefix
						+ "attempt-timeout) take " + text(two) + ", and what the breaker looks at is shorter",
				"Set it to " + text(two) + " or more");
	}

	private static String name(String prefix, String name) {
		return prefix.substring(PREFIX.length()) + name;
	}

	private static String text(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() + "ms" : "";
	}

	private BreakerSettings breaker(CallTimes times) {
		Duration attempt = either(times.attempt(), shorter(times.response(), times.total()));
		Duration slow = either(this.breaker.slowCall(), attempt.multipliedBy(4).dividedBy(5));
		return new BreakerSettings(this.breaker.failureRate(), this.breaker.slowRate(), slow, this.breaker.window(),
				this.breaker.minimumCalls(), this.breaker.open(), this.breaker.maxOpen(), this.breaker.probes());
	}

	private static Duration shorter(Duration one, @Nullable Duration other) {
		return (other != null && other.compareTo(one) < 0) ? other : one;
	}

	private CallLimits limits(Client client) {
		RateLimit rate = either(client.rateLimit(), this.properties.rateLimit());
		return new CallLimits(either(client.maxConcurrentCalls(), this.properties.maxConcurrentCalls()), rate.calls(),
				rate.period());
	}

	private static <T extends @Nullable Object> T either(@Nullable T own, T other) {
		return (own != null) ? own : other;
	}

}
