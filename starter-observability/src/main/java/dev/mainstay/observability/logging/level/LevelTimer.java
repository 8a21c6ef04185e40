package dev.mainstay.observability.logging.level;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs what is due later. Thread-safe.
 */
@FunctionalInterface
interface LevelTimer {

	void schedule(Runnable task, Duration delay);

	/** What is due is not run any more, and no longer held. */
	default void stop() {
	}

	/** With a thread of its own, which is there only while something is due. */
	static LevelTimer create() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(null, task, "mainstay-log-levels", 0, false);
			thread.setDaemon(true);
			return thread;
		});
		timer.setKeepAliveTime(5, TimeUnit.SECONDS);
		timer.allowCoreThreadTimeOut(true);
		return new LevelTimer() {

			@Override
			public void schedule(Runnable task, Duration delay) {
				timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
			}

			@Override
			public void stop() {
				timer.shutdownNow();
			}

		};
	}

}
