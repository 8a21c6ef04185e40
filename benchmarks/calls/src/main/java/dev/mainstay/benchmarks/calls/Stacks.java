package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.Policy;
import dev.failsafe.Timeout;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;

/**
 * What a service might put around its calls: each library with all the strategies that it
 * has of those that Mainstay has on, with limits that no run reaches.
 */
final class Stacks {

	static final int CONCURRENT_CALLS = 100;

	static final int CALLS = 100_000_000;

	static final Duration PERIOD = Duration.ofSeconds(1);

	private Stacks() {
	}

	static Stack named(String name) {
		return switch (name) {
			case "none" -> Supplier::get;
			case "mainstay" -> new MainstayCall();
			case "resilience4j" -> resilience4j();
			case "failsafe" -> failsafe(failsafePolicies());
			case "failsafe-timeout" -> failsafe(withTimeout(failsafePolicies()));
			case "spring" -> spring(new RetryTemplate());
			default -> throw new IllegalArgumentException(name);
		};
	}

	/** Retry, breaker, rate limiter, bulkhead; it has neither a deadline nor a budget. */
	private static Stack resilience4j() {
		Retry retry = Retry.ofDefaults("dependency");
		CircuitBreaker breaker = CircuitBreaker.of("dependency",
				CircuitBreakerConfig.custom()
					.slidingWindowType(SlidingWindowType.TIME_BASED)
					.slidingWindowSize(30)
					.minimumNumberOfCalls(20)
					.build());
		RateLimiter limiter = RateLimiter.of("dependency",
				RateLimiterConfig.custom().limitForPeriod(CALLS).limitRefreshPeriod(PERIOD).build());
		Bulkhead bulkhead = Bulkhead.of("dependency",
				BulkheadConfig.custom().maxConcurrentCalls(CONCURRENT_CALLS).build());
		return (work) -> Retry.decorateSupplier(retry, CircuitBreaker.decorateSupplier(breaker,
				RateLimiter.decorateSupplier(limiter, Bulkhead.decorateSupplier(bulkhead, work))))
			.get();
	}

	private static List<Policy<Integer>> failsafePolicies() {
		return List.of(dev.failsafe.RetryPolicy.ofDefaults(),
				dev.failsafe.CircuitBreaker.<Integer>builder()
					.withFailureRateThreshold(50, 20, Duration.ofSeconds(30))
					.build(),
				dev.failsafe.RateLimiter.<Integer>burstyBuilder(CALLS, PERIOD).build(),
				dev.failsafe.Bulkhead.of(CONCURRENT_CALLS));
	}

	private static List<Policy<Integer>> withTimeout(List<Policy<Integer>> policies) {
		return List.of(policies.get(0), policies.get(1), policies.get(2), policies.get(3),
				Timeout.of(Duration.ofSeconds(10)));
	}

	private static Stack failsafe(List<Policy<Integer>> policies) {
		FailsafeExecutor<Integer> executor = Failsafe.with(policies);
		return (work) -> executor.get(work::get);
	}

	/** Retries are all it has. */
	private static Stack spring(RetryTemplate template) {
		return (work) -> {
			try {
				return template.execute(work::get);
			}
			catch (RetryException ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

}
