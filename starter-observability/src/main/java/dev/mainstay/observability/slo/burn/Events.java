package dev.mainstay.observability.slo.burn;

import dev.mainstay.observability.slo.Objective;
import org.jspecify.annotations.Nullable;

/**
 * The events of an objective in some time. Immutable.
 *
 * @param good the good ones
 * @param bad the bad ones
 * @since 0.1.0
 */
public record Events(long good, long bad) {

	static final Events NONE = new Events(0, 0);

	Events plus(Events other) {
		return new Events(this.good + other.good, this.bad + other.bad);
	}

	Events minus(Events other) {
		return new Events(this.good - other.good, this.bad - other.bad);
	}

	/**
	 * All of them.
	 * @return their number
	 */
	public long total() {
		return this.good + this.bad;
	}

	/**
	 * The share of the good ones.
	 * @return the share, from 0 to 1, {@code null} if there are no events
	 */
	public @Nullable Double goodRatio() {
		return (total() > 0) ? (double) this.good / total() : null;
	}

	/**
	 * The share of the bad ones. None of none are bad, so that an idle service keeps its
	 * budget.
	 * @return the share, from 0 to 1
	 */
	public double badRatio() {
		return (total() > 0) ? (double) this.bad / total() : 0;
	}

	/**
	 * How many times faster than the budget allows it is spent by events like these.
	 * @param objective whose budget
	 * @return the burn rate; 1 spends the budget in just the window
	 */
	public double burnRate(Objective objective) {
		return badRatio() / objective.budget();
	}

}
