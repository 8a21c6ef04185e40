package dev.mainstay.tests.idempotency;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the statements that are executed.
 */
final class CountingDataSource extends DelegatingDataSource {

	private final AtomicInteger executed = new AtomicInteger();

	CountingDataSource(DataSource source) {
		super(source);
	}

	/** How many since the last time. */
	int reset() {
		return this.executed.getAndSet(0);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return counted(super.getConnection(), Connection.class);
	}

	private <T> T counted(T target, Class<T> type) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, args) -> {
				if (method.getName().startsWith("execute")) {
					this.executed.incrementAndGet();
				}
				try {
					Object result = method.invoke(target, args);
					if (result instanceof PreparedStatement statement) {
						return counted(statement, PreparedStatement.class);
					}
					return (result instanceof Statement statement) ? counted(statement, Statement.class) : result;
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			}));
	}

}
