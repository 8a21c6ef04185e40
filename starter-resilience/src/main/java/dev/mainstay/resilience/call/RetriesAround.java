package dev.mainstay.resilience.call;

import org.jspecify.annotations.Nullable;

/**
 * Stands on the stack while work runs that is done again if it fails. Its name is what
 * keeps the calls inside from being made once more as well: retries that surround each
 * other multiply, and the outermost ones are those that somebody asked for.
 */
final class RetriesAround {

	private RetriesAround() {
	}

	static <T extends @Nullable Object, E extends Throwable> T run(Work<T, E> work) throws E {
		return work.run();
	}

}
