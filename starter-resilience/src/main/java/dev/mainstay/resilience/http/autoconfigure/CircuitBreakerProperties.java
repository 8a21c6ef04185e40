package dev.mainstay.resilience.http.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the circuit breakers of outgoing HTTP calls.
 *
 * @param failureRate Percentage of failed calls from which a breaker opens
 * @param slowRate Percentage of slow calls from which a breaker opens
 * @param slowCall How long a call takes that is slow; by default 80 % of the attempt
 * timeout, or without one of the shorter of response and total timeout
 * @param window Time that is looked at
 * @param minimumCalls Number of calls in the window that make a rate
 * @param open Time that a breaker stays open, doubled each time that it opens again
 * without having closed
 * @param maxOpen Longest time that a breaker stays open
 * @param probes Number of calls that are let through to see whether it can close
 */
@ConfigurationProperties("mainstay.http-client.circuit-breaker")
record CircuitBreakerProperties(@DefaultValue("50") float failureRate, @DefaultValue("80") float slowRate,
		@Nullable Duration slowCall, @DefaultValue("30s") Duration window, @DefaultValue("20") int minimumCalls,
		@DefaultValue("5s") Duration open, @DefaultValue("60s") Duration maxOpen, @DefaultValue("3") int probes) {

	private static final Duration MAX_WINDOW = Duration.ofHours(1);

	private static final Duration MAX_TIME = Duration.ofDays(1);

	CircuitBreakerProperties {
		requirePercentage("failure-rate", failureRate);
		requirePercentage("slow-rate", slowRate);
		require("window", window, window.toSeconds() >= 1 && window.compareTo(MAX_WINDOW) <= 0,
				"it has to be from 1s to 1h", "Set it to one such as 30s");
		require("minimum-calls", minimumCalls, minimumCalls >= 1, "it has to be 1 or more", "Set it to one such as 20");
		require("probes", probes, probes >= 1, "it has to be 1 or more", "Set it to one such as 3");
		requireTime("open", open);
		requireTime("max-open", maxOpen);
		require("max-open", maxOpen, maxOpen.compareTo(open) >= 0,
				"it is shorter than mainstay.http-client.circuit-breaker.open", "Set it to that or more");
		if (slowCall != null) {
			requireTime("slow-call", slowCall);
		}
	}

	private static void requirePercentage(String name, float percentage) {
		require(name, percentage, percentage > 0 && percentage <= 100, "it has to be above 0 and at most 100",
				"Set it to one such as 50");
	}

	private static void requireTime(String name, Duration duration) {
		require(name, duration, duration.toMillis() >= 1 && duration.compareTo(MAX_TIME) <= 0,
				"it has to be from 1ms to 24h", "Set it to one such as 5s, or remove it");
	}

	private static void require(String name, Object value, boolean valid, String reason, String fix) {
		HttpClientProperties.require("circuit-breaker." + name, value, valid, reason, fix);
	}

}
