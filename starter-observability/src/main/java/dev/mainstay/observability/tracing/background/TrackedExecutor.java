package dev.mainstay.observability.tracing.background;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Stands before an executor of the JDK whose class nobody can name, so that nobody can
 * miss it.
 */
final class TrackedExecutor extends AbstractExecutorService {

	private final ExecutorService target;

	private final Tracker tracker;

	TrackedExecutor(ExecutorService target, Tracker tracker) {
		this.target = target;
		this.tracker = tracker;
	}

	@Override
	public void execute(Runnable command) {
		try {
			this.target.execute(this.tracker.track(command));
		}
		catch (RejectedExecutionException ex) {
			this.tracker.task().reject();
			throw ex;
		}
	}

	@Override
	public void shutdown() {
		this.target.shutdown();
	}

	@Override
	public List<Runnable> shutdownNow() {
		return TrackedTask.given(this.target.shutdownNow());
	}

	@Override
	public boolean isShutdown() {
		return this.target.isShutdown();
	}

	@Override
	public boolean isTerminated() {
		return this.target.isTerminated();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.target.awaitTermination(timeout, unit);
	}

	@Override
	public String toString() {
		return this.target.toString();
	}

}
