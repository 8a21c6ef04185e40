package dev.mainstay.resilience.policy;

import java.time.Duration;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;

/**
 * Bounds the calls in each period, with the rate limiter of Resilience4j. Nobody waits
 * for the next period, which begins within one.
 */
final class RateLimit implements AttemptStrategy {

	private final String subject;

	private final CallLimits limits;

	private final RateLimiter limiter;

	RateLimit(String subject, CallLimits limits) {
		this.subject = subject;
		this.limits = limits;
		this.limiter = RateLimiter.of(subject,
				RateLimiterConfig.custom()
					.limitForPeriod(limits.calls())
					.limitRefreshPeriod(limits.period())
					.timeoutDuration(Duration.ZERO)
					.writableStackTraceEnabled(false)
					.build());
	}

	@Override
	public Admission enter() {
		return this.limiter.acquirePermission() ? Admission.UNWATCHED : Admission.rejected(rejection());
	}

	private CallRejectedException rejection() {
		return new CallRejectedException("There were already " + this.limits.calls() + " calls of " + this.subject
				+ " in " + this.limits.period().toMillis() + " ms", RejectionReason.RATE_LIMITED, this.limits.period());
	}

}
