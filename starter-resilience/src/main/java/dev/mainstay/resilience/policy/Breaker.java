package dev.mainstay.resilience.policy;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import org.jspecify.annotations.Nullable;

/**
 * The circuit breaker of Resilience4j. While its rule reports, what it would have
 * rejected passes and is counted. How long it is open doubles each time that it opens
 * again without having closed, with a share at random on top, so that several instances
 * do not come back at once.
 */
final class Breaker implements AttemptStrategy {

	private static final double JITTER = 0.2;

	/**
	 * For probes that never end, which every attempt does. Resilience4j opens the breaker
	 * again when not all probes have come by then, however well they went: with a client
	 * that calls once in a while that must not be soon.
	 */
	private static final Duration LOST_PROBE = Duration.ofHours(1);

	/** Which failure it was does not matter, and Resilience4j asks for one. */
	private static final CallRejectedException FAILURE = new CallRejectedException("failed",
			RejectionReason.CIRCUIT_OPEN, null);

	private final String subject;

	private final Rule rule;

	private final CircuitBreaker circuit;

	private final Duration retryAfter;

	Breaker(String subject, BreakerSettings settings, Rule rule, LongSupplier nanoTime) {
		this.subject = subject;
		this.rule = rule;
		this.retryAfter = settings.open();
		this.circuit = CircuitBreaker.of(subject, configuration(settings, nanoTime));
	}

	private static CircuitBreakerConfig configuration(BreakerSettings settings, LongSupplier nanoTime) {
		return CircuitBreakerConfig.custom()
			.failureRateThreshold(settings.failureRate())
			.slowCallRateThreshold(settings.slowRate())
			.slowCallDurationThreshold(settings.slowCall())
			.slidingWindowType(SlidingWindowType.TIME_BASED)
			.slidingWindowSize((int) settings.window().toSeconds())
			.minimumNumberOfCalls(settings.minimumCalls())
			.waitIntervalFunctionInOpenState((times) -> openFor(settings, times))
			.permittedNumberOfCallsInHalfOpenState(settings.probes())
			.maxWaitDurationInHalfOpenState(LOST_PROBE)
			.clock(new MonotonicClock(nanoTime))
			.currentTimestampFunction((clock) -> nanoTime.getAsLong(), TimeUnit.NANOSECONDS)
			.writableStackTraceEnabled(false)
			.build();
	}

	private static long openFor(BreakerSettings settings, int times) {
		long max = settings.maxOpen().toMillis();
		long open = settings.open().toMillis();
		long doubled = (times < Long.numberOfLeadingZeros(open)) ? Math.min(max, open << (times - 1)) : max;
		return doubled + (long) (doubled * JITTER * ThreadLocalRandom.current().nextDouble());
	}

	@Override
	public Admission enter() {
		if (this.circuit.tryAcquirePermission()) {
			return Admission.WATCHED;
		}
		return this.rule.broken(this.subject) ? Admission.rejected(rejection()) : Admission.UNWATCHED;
	}

	@Override
	public void answered(AttemptResult result, long nanos) {
		switch (result) {
			case SUCCESS -> this.circuit.onSuccess(nanos, TimeUnit.NANOSECONDS);
			case FAILURE -> this.circuit.onError(nanos, TimeUnit.NANOSECONDS, FAILURE);
			case NOTHING -> this.circuit.releasePermission();
		}
	}

	@Override
	public void withdrawn() {
		this.circuit.releasePermission();
	}

	@Override
	public boolean isClosed() {
		return this.rule.rung() == Rung.ENFORCE && this.circuit.getState() == State.OPEN;
	}

	String state() {
		return this.circuit.getState().name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Not a number while there are too few calls. */
	@Nullable Float failureRate() {
		float rate = this.circuit.getMetrics().getFailureRate();
		return (rate >= 0) ? rate : null;
	}

	private CallRejectedException rejection() {
		return new CallRejectedException("The circuit breaker of " + this.subject + " is open",
				RejectionReason.CIRCUIT_OPEN, this.retryAfter);
	}

}
