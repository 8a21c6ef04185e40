package dev.mainstay.resilience.policy;

import java.time.Duration;

/**
 * When a circuit breaker opens, and for how long.
 *
 * @param failureRate the percentage of failed calls from which it opens, above 0 to 100
 * @param slowRate the percentage of slow calls from which it opens, above 0 to 100
 * @param slowCall how long a call takes that is slow
 * @param window the time that is looked at, in whole seconds
 * @param minimumCalls how many calls in it make a rate
 * @param open how long it stays open the first time, doubled each further time
 * @param maxOpen how long it stays open at most
 * @param probes how many calls are let through to see whether it can close
 * @since 0.1.0
 */
public record BreakerSettings(float failureRate, float slowRate, Duration slowCall, Duration window, int minimumCalls,
		Duration open, Duration maxOpen, int probes) {
}
