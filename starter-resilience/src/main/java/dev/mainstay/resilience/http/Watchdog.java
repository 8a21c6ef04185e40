package dev.mainstay.resilience.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One daemon thread that raises the alarm for all calls whose time is up. No call runs on
 * it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Watchdog implements AutoCloseable {

	private final ScheduledThreadPoolExecutor alarms;

	/**
	 * Create the watchdog. Its thread is started with the first alarm.
	 */
	public Watchdog() {
		this.alarms = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "mainstay-http-watchdog");
			thread.setDaemon(true);
			return thread;
		});
		this.alarms.setRemoveOnCancelPolicy(true);
		this.alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(true);
	}

	Future<?> after(Duration delay, Runnable alarm) {
		return this.alarms.schedule(alarm, delay.toNanos(), TimeUnit.NANOSECONDS);
	}

	@Override
	public void close() {
		this.alarms.shutdownNow();
	}

}
