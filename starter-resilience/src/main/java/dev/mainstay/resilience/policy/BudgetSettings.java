package dev.mainstay.resilience.policy;

import java.time.Duration;
import java.util.function.LongSupplier;

import dev.mainstay.resilience.retry.RetryBudget;

/**
 * How many retries there may be.
 *
 * @param ratio retries per first attempt, between 0 and 1
 * @param floor retries that are granted in a window whatever the ratio says
 * @param window the length of the window
 * @since 0.1.0
 */
public record BudgetSettings(double ratio, int floor, Duration window) {

	RetryBudget budget(LongSupplier nanoTime) {
		return new RetryBudget(this.ratio, this.floor, this.window, nanoTime);
	}

}
