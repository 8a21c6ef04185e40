package dev.mainstay.observability.slo;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A service level objective: the share of events that are to be good over a window of
 * time. Immutable.
 *
 * @param name its name, which is the label {@code slo} of its metrics
 * @param kind what it is about
 * @param target the share of events that are to be good, between 0 and 1
 * @param window the time over which the share is taken
 * @param latency how long an event may take to be good, {@code null} unless the kind is
 * {@link ObjectiveKind#LATENCY}
 * @param routes the routes whose requests count, as they are written in the property,
 * such as {@code POST /orders/{id}} or {@code /orders/**}; empty for all
 * @param owner whom it concerns, or {@code null} if not known
 * @param runbook a link that tells what to do, or {@code null} if there is none
 * @param assumed whether nobody configured it
 * @since 0.1.0
 */
public record Objective(String name, ObjectiveKind kind, double target, Duration window, @Nullable Duration latency,
		List<String> routes, @Nullable String owner, @Nullable String runbook, boolean assumed) {

	/**
	 * Create an objective.
	 */
	public Objective {
		routes = List.copyOf(routes);
	}

	/**
	 * The share of events that may be bad.
	 * @return the share, between 0 and 1, without the noise of a subtraction of doubles
	 */
	public double budget() {
		return Decimals.complement(this.target);
	}

}
