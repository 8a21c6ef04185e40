package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Makes the calls to the database on a few threads of its own. A pool waits for a
 * connection as long as it was set to (30 s with Hikari), and a driver for an answer as
 * long as the network says nothing; whoever asks here waits as long as he has to. On such
 * a thread there is no transaction of the application, no deadline of a request and
 * nothing else that is bound to a thread, so that none of it reaches our statements.
 * Thread-safe.
 */
final class StoreCalls implements AutoCloseable {

	private static final int THREADS = 16;

	private static final int QUEUE = 1000;

	private final DataSource source;

	private final Dialect dialect;

	private final Duration timeout;

	private final AtomicInteger threads = new AtomicInteger();

	private final ThreadPoolExecutor executor;

	StoreCalls(DataSource source, Dialect dialect, Duration timeout) {
		this.source = source;
		this.dialect = dialect;
		this.timeout = timeout;
		this.executor = new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE),
				this::thread);
		this.executor.allowCoreThreadTimeOut(true);
	}

	private Thread thread(Runnable work) {
		String name = "mainstay-idempotency-jdbc-" + this.threads.incrementAndGet();
		Thread thread = new Thread(null, work, name, 0, false);
		thread.setDaemon(true);
		return thread;
	}

	/** What is done stands, also if it took longer than anybody waits. */
	<T> T call(Work<T> work) {
		return call(work, null);
	}

	/** What is done is undone if it took longer than anybody waits. */
	<T> T call(Work<T> work, @Nullable Work<?> undo) {
		StoreCall<T> call = new StoreCall<>(this.source, bound(work), (undo != null) ? bound(undo) : null);
		try {
			this.executor.execute(call);
		}
		catch (RejectedExecutionException ex) {
			throw new JdbcStoreException("Too many calls wait for the database", ex);
		}
		return call.await(this.timeout);
	}

	private <T> StoreCall.Work<T> bound(Work<T> work) {
		return (connection) -> work.run(new Session(connection, this.dialect, seconds(this.timeout)));
	}

	static int seconds(Duration timeout) {
		return Math.toIntExact(Math.max(1, timeout.plusMillis(999).toSeconds()));
	}

	/** Lets the calls come to an end that were made. */
	@Override
	public void close() {
		this.executor.shutdown();
		try {
			this.executor.awaitTermination(this.timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.executor.shutdownNow();
	}

	/**
	 * What is done in a session.
	 *
	 * @param <T> what it gives
	 */
	interface Work<T> {

		T run(Session session) throws SQLException;

	}

}
