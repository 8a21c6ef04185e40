package dev.mainstay.observability.tracing.background;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;

import dev.mainstay.observability.tracing.IdentityContext;
import io.micrometer.context.ContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What an executor was given to run, with the identity of who gave it. Made on the thread
 * that hands it over, run once on another.
 */
final class TrackedTask implements Runnable {

	private final Runnable given;

	private final Runnable decorated;

	private final BackgroundTask task;

	private final BackgroundFailures failures;

	private final ContextSnapshot ids = IdentityContext.capture();

	private final long submitter = Thread.currentThread().getId();

	private boolean failed;

	/**
	 * Wrap a task.
	 * @param given the task
	 * @param decorated what a decorator made of it, the same if there is none: the ids
	 * are that one's business
	 * @param task its kind
	 * @param failures where its failure is reported
	 */
	TrackedTask(Runnable given, Runnable decorated, BackgroundTask task, BackgroundFailures failures) {
		this.given = given;
		this.decorated = decorated;
		this.task = task;
		this.failures = failures;
	}

	boolean wraps(@Nullable Object candidate) {
		return this.given == candidate;
	}

	boolean isCancelled() {
		return this.given instanceof Future<?> future && future.isCancelled();
	}

	/** What the application handed over, and will look for. */
	static List<Runnable> given(List<Runnable> tasks) {
		return tasks.stream()
			.map((task) -> (task instanceof TrackedTask tracked) ? tracked.given : task)
			.collect(Collectors.toCollection(ArrayList::new));
	}

	void fail() {
		this.failed = true;
		this.task.fail();
	}

	@Override
	public void run() {
		this.task.begin();
		TrackedTask before = this.failures.run(this);
		try {
			runDelegate();
			if (!this.failed && !isFailed(this.given)) {
				this.task.succeed();
			}
		}
		catch (RuntimeException | Error ex) {
			escape(ex);
			throw ex;
		}
		finally {
			this.failures.run(before);
		}
	}

	/** What somebody has handed over. */
	static Runnable given(Runnable task) {
		return (task instanceof TrackedTask tracked) ? tracked.given : task;
	}

	private void runDelegate() {
		if (this.decorated != this.given) {
			this.decorated.run();
			return;
		}
		try (ContextSnapshot.Scope scope = this.ids.setThreadLocals()) {
			this.given.run();
		}
	}

	/** The failure of a future is for whoever asks the future. */
	private static boolean isFailed(Runnable given) {
		if (!(given instanceof FutureTask<?> future) || !future.isDone()) {
			return false;
		}
		try {
			future.get();
			return false;
		}
		catch (ExecutionException | CancellationException ex) {
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** An executor that runs it on the caller's own thread hands it to the caller. */
	private void escape(Throwable failure) {
		if (Thread.currentThread().getId() != this.submitter) {
			this.task.fail();
			UncaughtFailure.expect(failure, (it) -> this.failures.onUncaught(it, this.task.name(), this.ids));
		}
	}

}
