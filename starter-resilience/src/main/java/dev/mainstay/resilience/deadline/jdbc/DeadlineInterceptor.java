package dev.mainstay.resilience.deadline.jdbc;

import java.sql.Connection;

import dev.mainstay.resilience.deadline.Deadline;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Hands out connections that know of deadlines to whoever works under one, and to
 * everybody else what the pool hands out. Thread-safe.
 */
final class DeadlineInterceptor implements MethodInterceptor {

	private volatile @Nullable HikariPoolField pool;

	void show(@Nullable HikariPoolField pool) {
		this.pool = pool;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object result = invocation.proceed();
		HikariPoolField field = this.pool;
		if (field != null) {
			field.copy();
		}
		boolean deadline = result != null && Deadline.current() != null && !DeadlineConnection.isOne(result);
		return (deadline && result instanceof Connection connection) ? DeadlineConnection.of(connection) : result;
	}

}
