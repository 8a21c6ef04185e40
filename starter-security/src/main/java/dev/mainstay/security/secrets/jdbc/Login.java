package dev.mainstay.security.secrets.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;

/**
 * Asks a database whether it admits somebody.
 */
final class Login {

	private Login() {
	}

	/**
	 * Connect as the pool would, and close the connection.
	 * @param pool the pool
	 * @param credentials who is to be admitted
	 * @throws SQLException if nobody is, or that cannot be found out
	 */
	static void check(HikariDataSource pool, Credentials credentials) throws SQLException {
		connect(pool, credentials).close();
	}

	private static Connection connect(HikariDataSource pool, Credentials credentials) throws SQLException {
		DataSource source = pool.getDataSource();
		if (source != null) {
			return source.getConnection(credentials.getUsername(), credentials.getPassword());
		}
		String url = pool.getJdbcUrl();
		if (url == null) {
			throw new SQLException("The pool has neither a URL nor a data source", "08001");
		}
		Properties properties = new Properties();
		properties.putAll(pool.getDataSourceProperties());
		if (credentials.getUsername() != null) {
			properties.setProperty("user", credentials.getUsername());
		}
		properties.setProperty("password", credentials.getPassword());
		return DriverManager.getConnection(url, properties);
	}

}
