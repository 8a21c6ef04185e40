package dev.mainstay.resilience.deadline.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

import javax.sql.DataSource;

/**
 * A data source that remembers with which timeouts its statements were executed.
 */
public class Pool implements DataSource {

	final List<Integer> timeouts = new ArrayList<>();

	int timeout;

	boolean withoutTimeouts;

	SQLException failure;

	Runnable onExecute = () -> {
	};

	private final String name = "pool";

	final Connection connection = proxy(Connection.class);

	String name() {
		return this.name;
	}

	private <T> T proxy(Class<T> type) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> answer(method.getName(), arguments)));
	}

	private Object answer(String method, Object[] arguments) throws SQLException {
		return switch (method) {
			case "createStatement" -> proxy(Statement.class);
			case "prepareStatement" -> proxy(PreparedStatement.class);
			case "getQueryTimeout" -> this.timeout;
			case "setQueryTimeout" -> set((int) arguments[0]);
			case "execute" -> execute(true);
			case "executeUpdate" -> execute(0);
			case "executeBatch" -> execute(new int[0]);
			case "executeQuery" -> execute(null);
			default -> null;
		};
	}

	private Object set(int seconds) throws SQLException {
		if (this.withoutTimeouts) {
			throw new SQLFeatureNotSupportedException();
		}
		this.timeout = seconds;
		return null;
	}

	private Object execute(Object result) throws SQLException {
		this.timeouts.add(this.timeout);
		this.onExecute.run();
		if (this.failure != null) {
			throw this.failure;
		}
		return result;
	}

	@Override
	public Connection getConnection() {
		return this.connection;
	}

	@Override
	public Connection getConnection(String username, String password) {
		return this.connection;
	}

	@Override
	public PrintWriter getLogWriter() {
		return null;
	}

	@Override
	public void setLogWriter(PrintWriter out) {
	}

	@Override
	public void setLoginTimeout(int seconds) {
	}

	@Override
	public int getLoginTimeout() {
		return 0;
	}

	@Override
	public Logger getParentLogger() {
		return Logger.getGlobal();
	}

	@Override
	public <T> T unwrap(Class<T> type) {
		return type.cast(this);
	}

	@Override
	public boolean isWrapperFor(Class<?> type) {
		return type.isInstance(this);
	}

}
