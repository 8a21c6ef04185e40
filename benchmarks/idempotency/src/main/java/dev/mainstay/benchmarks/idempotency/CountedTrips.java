package dev.mainstay.benchmarks.idempotency;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the trips to the database: statements, and the commits that are no part of one.
 * It costs, and is left out where costs are measured.
 */
@ConditionalOnBooleanProperty("benchmark.trips")
class CountedTrips implements BeanPostProcessor {

	private static final Set<String> TRIPS = Set.of("execute", "executeQuery", "executeUpdate", "executeBatch",
			"executeLargeUpdate", "commit", "rollback");

	private final AtomicInteger trips = new AtomicInteger();

	int soFar() {
		return this.trips.get();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source) ? new Counted(source) : bean;
	}

	private <T> T counted(T target, Class<T> type) {
		return type
			.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (self, method, args) -> {
				if (TRIPS.contains(method.getName())) {
					this.trips.incrementAndGet();
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

	/** Gives connections that are counted. */
	private final class Counted extends DelegatingDataSource {

		Counted(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			return counted(super.getConnection(), Connection.class);
		}

	}

}
