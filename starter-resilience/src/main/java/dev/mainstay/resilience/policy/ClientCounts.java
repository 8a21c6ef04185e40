package dev.mainstay.resilience.policy;

import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.resilience.retry.RetryBudget;

/**
 * What became of the calls of one client, whomever it called. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ClientCounts {

	private final String name;

	private final Supplier<List<Destination>> destinations;

	private final DestinationCounts total = new DestinationCounts(null);

	ClientCounts(String name, Supplier<List<Destination>> destinations) {
		this.name = name;
		this.destinations = destinations;
	}

	/**
	 * The name of the client.
	 * @return the name, low in cardinality
	 */
	public String name() {
		return this.name;
	}

	/**
	 * The counts over all authorities, also those that are forgotten.
	 * @return the counts since the start
	 */
	public DestinationCounts total() {
		return this.total;
	}

	/**
	 * By how much retries multiply the calls: attempts for each first attempt, in the
	 * last ten seconds, or in the window of the budget if it is shorter.
	 * @return the factor, 1 if there was no retry
	 */
	public double amplification() {
		long first = 0;
		long retries = 0;
		for (Destination destination : this.destinations.get()) {
			RetryBudget.Recent recent = destination.budget().recent();
			first += recent.firstAttempts();
			retries += recent.retries();
		}
		return (first > 0) ? (first + retries) / (double) first : 1;
	}

	/**
	 * How many of the authorities have their circuit breaker in a state.
	 * @param state {@code closed}, {@code open} or {@code half-open}
	 * @return their number
	 */
	public long breakers(String state) {
		return this.destinations.get().stream().filter((it) -> state.equals(it.state().breaker())).count();
	}

}
