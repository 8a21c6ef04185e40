package dev.mainstay.observability.tracing.background;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.function.Supplier;

import dev.mainstay.core.failure.FailureListener;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that a failure which nobody waits for is logged once, with the ids of the
 * work that failed, and that whoever wants to know of failures is told. What the
 * application itself does with such a failure is left to it. Thread-safe; never throws.
 *
 * @since 0.1.0
 */
public final class BackgroundFailures {

	private static final Logger logger = LoggerFactory.getLogger("mainstay.failure");

	private final Supplier<List<FailureListener>> listeners;

	private final Supplier<@Nullable Tracer> tracer;

	private final ThreadLocal<@Nullable PassedFailure> passed = new ThreadLocal<>();

	private final ThreadLocal<@Nullable TrackedTask> current = new ThreadLocal<>();

	/**
	 * Create it.
	 * @param listeners asked for the listeners with every failure
	 * @param tracer asked for the tracer with every failure, {@code null} for none
	 */
	public BackgroundFailures(Supplier<List<FailureListener>> listeners, Supplier<@Nullable Tracer> tracer) {
		this.listeners = listeners;
		this.tracer = tracer;
	}

	/** The task that the thread runs from now on, and what it ran before. */
	@Nullable TrackedTask run(@Nullable TrackedTask task) {
		TrackedTask before = this.current.get();
		if (task != null) {
			this.current.set(task);
		}
		else {
			this.current.remove();
		}
		return before;
	}

	void pass(Throwable failure, @Nullable Span span) {
		this.passed.set(new PassedFailure(new WeakReference<>(failure), span));
	}

	void forget() {
		this.passed.remove();
	}

	/**
	 * Called when Spring is about to log that a scheduled task failed.
	 * @param failure what was thrown
	 * @param line logs the same once more, now with the ids
	 * @return whether that was done
	 */
	boolean onScheduledFailure(Throwable failure, Runnable line) {
		PassedFailure last = this.passed.get();
		if (last == null || !last.is(failure)) {
			return false;
		}
		forget();
		Span span = last.span();
		Tracer present = (span != null) ? this.tracer.get() : null;
		if (present == null) {
			tell(failure);
			return false;
		}
		try (Tracer.SpanInScope scope = present.withSpan(span)) {
			line.run();
			tell(failure);
		}
		return true;
	}

	/**
	 * Called when Spring is about to log that a method failed whose result nobody waits
	 * for.
	 * @param failure what was thrown
	 */
	void onAsyncFailure(Throwable failure) {
		TrackedTask task = this.current.get();
		if (task != null) {
			task.fail();
			tell(failure);
		}
	}

	/** Called when a thread ends because of what a task of an executor has thrown. */
	void onUncaught(Throwable failure, String executor, ContextSnapshot ids) {
		try (ContextSnapshot.Scope scope = ids.setThreadLocals()) {
			logger.error("Failed in the background on {}", executor, failure);
			tell(failure);
		}
	}

	private void tell(Throwable failure) {
		try {
			for (FailureListener listener : this.listeners.get()) {
				tell(listener, failure);
			}
		}
		catch (RuntimeException | Error ex) {
			logger.warn("Nobody can be told of a failure in the background", ex);
		}
	}

	private static void tell(FailureListener listener, Throwable failure) {
		try {
			listener.onFailure(failure, null);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("A listener failed on a failure: {}", listener.getClass().getName(), ex);
		}
	}

}
