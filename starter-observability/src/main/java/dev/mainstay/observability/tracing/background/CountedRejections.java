package dev.mainstay.observability.tracing.background;

import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;

import org.jspecify.annotations.Nullable;

/**
 * Counts what an executor does not take, and leaves it to the executor's own handler what
 * becomes of it.
 *
 * @param handler the executor's own
 * @param task the kind of work
 */
record CountedRejections(RejectedExecutionHandler handler, BackgroundTask task) implements RejectedExecutionHandler {

	/** A mock of an executor has no pool. */
	static void of(@Nullable ThreadPoolExecutor pool, BackgroundTask task) {
		if (pool != null && !(pool.getRejectedExecutionHandler() instanceof CountedRejections)) {
			pool.setRejectedExecutionHandler(new CountedRejections(pool.getRejectedExecutionHandler(), task));
		}
	}

	/** Those run the task, or drop it; one of the application's may look what it is. */
	private boolean isOfJdk() {
		return this.handler.getClass().getName().startsWith("java.util.concurrent.ThreadPoolExecutor$");
	}

	@Override
	public void rejectedExecution(Runnable runnable, ThreadPoolExecutor executor) {
		this.task.reject();
		this.handler.rejectedExecution(isOfJdk() ? runnable : TrackedTask.given(runnable), executor);
	}

}
