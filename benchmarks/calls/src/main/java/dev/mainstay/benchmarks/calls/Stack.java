package dev.mainstay.benchmarks.calls;

import java.util.function.Supplier;

/**
 * Strategies around a call.
 */
@FunctionalInterface
interface Stack {

	/** Do the work under them. */
	int call(Supplier<Integer> work);

}
