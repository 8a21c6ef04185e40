package dev.mainstay.resilience.policy;

import java.time.Duration;
import java.util.function.LongSupplier;

import dev.mainstay.resilience.retry.RetryBudget;

/**
 * How many retries there may be.
 *
 * @param ratio retries per first attempt in the window, between 0 and 1
 * @param floor retries in ten seconds, or in the window if it is shorter, that are
 * granted whatever the ratio says
 * @param window the length of the window
 * @param burst by how much the retries of ten seconds may exceed the ratio as long as
 * those of the window do not, 1 or more
 * @since 0.1.0
 */
public record BudgetSettings(double ratio, int floor, Duration window, double burst) {

	RetryBudget budget(LongSupplier nanoTime) {
		return new RetryBudget(this.ratio, this.floor, this.window, this.burst, nanoTime);
	}

}
