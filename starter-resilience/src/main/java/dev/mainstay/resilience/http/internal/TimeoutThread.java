package dev.mainstay.resilience.http.internal;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one daemon thread that looks after the timeouts of all clients. It ends when it has
 * nothing to do. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TimeoutThread {

	private static final ScheduledThreadPoolExecutor timer = timer();

	private TimeoutThread() {
	}

	/**
	 * Run something later, unless there is no need any more.
	 * @param task what to run; must be quick and not throw
	 * @param nanos in how many nanoseconds
	 * @return cancels it
	 */
	public static Runnable scheduleUnlessCancelled(Runnable task, long nanos) {
		Future<?> scheduled = schedule(task, nanos);
		return () -> scheduled.cancel(false);
	}

	/**
	 * Run something later.
	 * @param task what to run; must be quick and not throw
	 * @param nanos in how many nanoseconds
	 * @return by which to cancel it
	 */
	public static Future<?> schedule(Runnable task, long nanos) {
		return timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
	}

	private static ScheduledThreadPoolExecutor timer() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(null, task, "mainstay-http-timeouts", 0, false);
			thread.setDaemon(true);
			return thread;
		});
		executor.setRemoveOnCancelPolicy(true);
		executor.setKeepAliveTime(10, TimeUnit.SECONDS);
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

}
