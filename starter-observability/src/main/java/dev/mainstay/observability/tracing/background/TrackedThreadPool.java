package dev.mainstay.observability.tracing.background;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Stands before a thread pool, and is one, because the application may cast it to that.
 * Has no thread of its own.
 */
final class TrackedThreadPool extends ThreadPoolExecutor {

	private final ThreadPoolExecutor target;

	private final Tracker tracker;

	TrackedThreadPool(ThreadPoolExecutor target, Tracker tracker) {
		super(0, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
		this.target = target;
		this.tracker = tracker;
	}

	@Override
	public void execute(Runnable command) {
		this.target.execute(this.tracker.track(command));
	}

	@Override
	public boolean remove(Runnable task) {
		return this.target.getQueue()
			.stream()
			.filter((it) -> it instanceof TrackedTask tracked && tracked.wraps(task))
			.findFirst()
			.map(this.target::remove)
			.orElseGet(() -> this.target.remove(task));
	}

	@Override
	public List<Runnable> shutdownNow() {
		return TrackedTask.given(this.target.shutdownNow());
	}

	@Override
	public void purge() {
		this.target.getQueue().removeIf((it) -> it instanceof TrackedTask tracked && tracked.isCancelled());
		this.target.purge();
	}

	@Override
	public void setRejectedExecutionHandler(RejectedExecutionHandler handler) {
		this.target.setRejectedExecutionHandler(new CountedRejections(handler, this.tracker.task()));
	}

	@Override
	public RejectedExecutionHandler getRejectedExecutionHandler() {
		RejectedExecutionHandler handler = this.target.getRejectedExecutionHandler();
		return (handler instanceof CountedRejections counted) ? counted.handler() : handler;
	}

	@Override
	public void shutdown() {
		this.target.shutdown();
	}

	@Override
	public boolean isShutdown() {
		return this.target.isShutdown();
	}

	@Override
	public boolean isTerminating() {
		return this.target.isTerminating();
	}

	@Override
	public boolean isTerminated() {
		return this.target.isTerminated();
	}

	@Override
	public void setThreadFactory(ThreadFactory threadFactory) {
		this.target.setThreadFactory(threadFactory);
	}

	@Override
	public ThreadFactory getThreadFactory() {
		return this.target.getThreadFactory();
	}

	@Override
	public void setCorePoolSize(int corePoolSize) {
		this.target.setCorePoolSize(corePoolSize);
	}

	@Override
	public int getCorePoolSize() {
		return this.target.getCorePoolSize();
	}

	@Override
	public boolean prestartCoreThread() {
		return this.target.prestartCoreThread();
	}

	@Override
	public int prestartAllCoreThreads() {
		return this.target.prestartAllCoreThreads();
	}

	@Override
	public boolean allowsCoreThreadTimeOut() {
		return this.target.allowsCoreThreadTimeOut();
	}

	@Override
	public void allowCoreThreadTimeOut(boolean value) {
		this.target.allowCoreThreadTimeOut(value);
	}

	@Override
	public void setMaximumPoolSize(int maximumPoolSize) {
		this.target.setMaximumPoolSize(maximumPoolSize);
	}

	@Override
	public int getMaximumPoolSize() {
		return this.target.getMaximumPoolSize();
	}

	@Override
	public void setKeepAliveTime(long time, TimeUnit unit) {
		this.target.setKeepAliveTime(time, unit);
	}

	@Override
	public long getKeepAliveTime(TimeUnit unit) {
		return this.target.getKeepAliveTime(unit);
	}

	@Override
	public BlockingQueue<Runnable> getQueue() {
		return this.target.getQueue();
	}

	@Override
	public int getPoolSize() {
		return this.target.getPoolSize();
	}

	@Override
	public int getActiveCount() {
		return this.target.getActiveCount();
	}

	@Override
	public int getLargestPoolSize() {
		return this.target.getLargestPoolSize();
	}

	@Override
	public long getTaskCount() {
		return this.target.getTaskCount();
	}

	@Override
	public long getCompletedTaskCount() {
		return this.target.getCompletedTaskCount();
	}

	@Override
	public String toString() {
		return this.target.toString();
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
		return this.target.awaitTermination(timeout, unit);
	}

}
