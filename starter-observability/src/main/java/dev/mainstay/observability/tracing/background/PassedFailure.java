package dev.mainstay.observability.tracing.background;

import java.lang.ref.WeakReference;

import io.micrometer.tracing.Span;
import org.jspecify.annotations.Nullable;

/**
 * A failure that has left the scope of its observation, and whose line is still to come.
 *
 * @param failure what was thrown
 * @param span the span of the work that failed, {@code null} without tracing
 */
record PassedFailure(WeakReference<Throwable> failure, @Nullable Span span) {

	boolean is(@Nullable Throwable logged) {
		return logged != null && this.failure.refersTo(logged);
	}

}
