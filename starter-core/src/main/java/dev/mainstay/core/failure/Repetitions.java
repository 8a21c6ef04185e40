package dev.mainstay.core.failure;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.request.RootFailure;
import org.jspecify.annotations.Nullable;

/**
 * The lines in which a server will repeat a failure that a thread has just reported. Used
 * by that thread only.
 */
final class Repetitions {

	private final long thread = Thread.currentThread().getId();

	private final WeakReference<Throwable> failure;

	private final List<String> loggers;

	Repetitions(Throwable failure, List<String> loggers) {
		this.failure = new WeakReference<>(failure);
		this.loggers = new ArrayList<>(loggers);
	}

	boolean take(String logger, @Nullable String message, @Nullable Throwable logged) {
		Throwable reported = (this.thread == Thread.currentThread().getId()) ? this.failure.get() : null;
		return reported != null && shows(message, logged, reported) && take(logger);
	}

	/** WebFlux writes the failure into the text where it cannot be answered any more. */
	private static boolean shows(@Nullable String message, @Nullable Throwable logged, Throwable reported) {
		if (logged != null) {
			return RootFailure.rootCause(logged) == RootFailure.rootCause(reported);
		}
		return message != null && message.contains("Error [" + reported + "] for ");
	}

	private boolean take(String logger) {
		for (String prefix : this.loggers) {
			if (logger.startsWith(prefix)) {
				return this.loggers.remove(prefix);
			}
		}
		return false;
	}

}
