package dev.mainstay.resilience.idempotency.jdbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Deletes the records that have expired, on one daemon thread, in small batches between
 * which it rests as long as one took, so that it never takes more than half of what a
 * connection can do. Nothing depends on it but the room on the disk: an expired record is
 * seen by nobody. Several instances may do it at once. Thread-safe.
 *
 * @since 0.1.0
 */
public final class JdbcIdempotencyCleanup implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(JdbcIdempotencyCleanup.class);

	private final Supplier<@Nullable JdbcIdempotencyStore> store;

	private final Duration interval;

	private final int batch;

	private @Nullable Thread thread;

	/**
	 * Create it.
	 * @param store what is tidied; asked once, at the start; {@code null} if there is
	 * nothing to do
	 * @param interval how long it rests
	 * @param batch how many records are deleted at a time
	 */
	public JdbcIdempotencyCleanup(Supplier<@Nullable JdbcIdempotencyStore> store, Duration interval, int batch) {
		this.store = store;
		this.interval = interval;
		this.batch = batch;
	}

	@Override
	public synchronized void start() {
		JdbcIdempotencyStore found = this.store.get();
		if (found != null && this.thread == null) {
			Thread started = new Thread(null, () -> run(found), "mainstay-idempotency-cleanup", 0, false);
			started.setDaemon(true);
			started.start();
			this.thread = started;
		}
	}

	@Override
	public synchronized void stop() {
		if (this.thread != null) {
			this.thread.interrupt();
			this.thread = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.thread != null;
	}

	/** Instances that were started together do not tidy together. */
	private void run(JdbcIdempotencyStore found) {
		try {
			Thread.sleep(ThreadLocalRandom.current().nextLong(this.interval.toMillis() + 1));
			while (true) {
				tidy(found);
				Thread.sleep(this.interval.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void tidy(JdbcIdempotencyStore found) throws InterruptedException {
		try {
			int deleted = this.batch;
			while (deleted == this.batch) {
				long begin = System.nanoTime();
				deleted = found.purge(this.batch);
				Thread.sleep(Math.max(1, Duration.ofNanos(System.nanoTime() - begin).toMillis()));
			}
		}
		catch (RuntimeException ex) {
			logger.debug("Expired idempotency keys could not be deleted. It is tried again later.", ex);
		}
	}

}
