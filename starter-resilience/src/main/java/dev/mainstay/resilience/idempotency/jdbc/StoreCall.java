package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call to the database, which runs on a thread of its own, and for which the one who
 * asked waits no longer than he has to. Thread-safe.
 *
 * @param <T> what it gives
 */
final class StoreCall<T> implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(StoreCall.class);

	private final DataSource source;

	private final Work<T> work;

	private final @Nullable Work<?> undo;

	/** Whoever completes it first decides whether the result is one. */
	private final CompletableFuture<T> result = new CompletableFuture<>();

	/**
	 * Create it.
	 * @param source gives the connection
	 * @param work what is done
	 * @param undo what is done when nobody waits for the result any more; {@code null} if
	 * it is to stand nevertheless
	 */
	StoreCall(DataSource source, Work<T> work, @Nullable Work<?> undo) {
		this.source = source;
		this.work = work;
		this.undo = undo;
	}

	@Override
	public void run() {
		if (this.undo != null && this.result.isDone()) {
			return;
		}
		try (Connection connection = this.source.getConnection()) {
			T value = this.work.run(connection);
			if (!this.result.complete(value) && this.undo != null) {
				this.undo.run(connection);
			}
		}
		catch (Throwable ex) {
			if (!this.result.completeExceptionally(ex)) {
				logger.debug("A call to the store of idempotency keys failed after nobody waited for it", ex);
			}
		}
	}

	/**
	 * Wait for the result.
	 * @param timeout how long
	 * @return the result
	 * @throws JdbcStoreException if there is none
	 */
	T await(Duration timeout) {
		try {
			return this.result.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			return giveUp("The database did not answer within " + timeout.toMillis() + " ms");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return giveUp("The thread was interrupted while it waited for the database");
		}
		catch (ExecutionException ex) {
			throw failure(ex.getCause());
		}
	}

	private T giveUp(String why) {
		if (this.result.completeExceptionally(new JdbcStoreException(why, null))) {
			throw new JdbcStoreException(why, null);
		}
		try {
			return this.result.join();
		}
		catch (RuntimeException ex) {
			throw failure(ex.getCause());
		}
	}

	private static RuntimeException failure(@Nullable Throwable cause) {
		return (cause instanceof RuntimeException known) ? known
				: new JdbcStoreException("The database could not be asked", cause);
	}

	/**
	 * What is done with a connection.
	 *
	 * @param <T> what it gives
	 */
	interface Work<T> {

		T run(Connection connection) throws SQLException;

	}

}
