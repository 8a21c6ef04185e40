package dev.mainstay.resilience.idempotency.redis;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Calls Redis. As long as there was no connection yet, one caller at a time tries to get
 * one, and those who waited for it share its failure: a Redis that does not answer holds
 * up nobody for longer than the time-out, however many there are. Thread-safe.
 */
final class RedisCalls {

	private final RedisConnectionFactory factory;

	private final Duration timeout;

	private final ReentrantLock connecting = new ReentrantLock();

	private volatile boolean connected;

	private volatile @Nullable Failure last;

	RedisCalls(RedisConnectionFactory factory, Duration timeout) {
		this.factory = factory;
		this.timeout = timeout;
	}

	<T> T call(Function<RedisConnection, T> action) {
		RedisConnection connection = this.connected ? this.factory.getConnection() : connect();
		try {
			return action.apply(connection);
		}
		finally {
			connection.close();
		}
	}

	private RedisConnection connect() {
		long began = System.nanoTime();
		if (!awaitTurn()) {
			throw new QueryTimeoutException("Redis could not be reached within " + this.timeout);
		}
		try {
			Failure failure = this.last;
			if (failure != null && failure.at() - began >= 0) {
				throw new QueryTimeoutException("Redis could not be reached", failure.cause());
			}
			RedisConnection connection = this.factory.getConnection();
			this.connected = true;
			return connection;
		}
		catch (DataAccessException ex) {
			this.last = new Failure(System.nanoTime(), ex);
			throw ex;
		}
		finally {
			this.connecting.unlock();
		}
	}

	private boolean awaitTurn() {
		try {
			return this.connecting.tryLock(this.timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private record Failure(long at, DataAccessException cause) {

	}

}
