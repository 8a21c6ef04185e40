package dev.mainstay.resilience.call;

import org.jspecify.annotations.Nullable;

/**
 * Work that may fail with a checked exception.
 *
 * @param <T> the type of the result
 * @param <E> the type of the exception
 * @since 0.1.0
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object, E extends Throwable> {

	/**
	 * Do it. Called once for each attempt, on the thread of the call.
	 * @return the result
	 * @throws E if it fails
	 */
	T run() throws E;

}
