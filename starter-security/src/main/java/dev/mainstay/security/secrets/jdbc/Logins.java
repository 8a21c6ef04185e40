package dev.mainstay.security.secrets.jdbc;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;

/**
 * Asks databases whether they admit somebody, and waits for none that does not answer:
 * whoever waits has other secrets to look at. Used by one thread.
 */
final class Logins {

	/** Longer than a login takes; drivers wait for minutes or for ever. */
	private static final long PATIENCE = TimeUnit.SECONDS.toMillis(5);

	/** Those that have no answer yet: a database that hangs is asked once. */
	private final Map<HikariDataSource, FutureTask<Void>> unanswered = new IdentityHashMap<>();

	/**
	 * Find out whether a database admits somebody.
	 * @param pool the pool that would connect
	 * @param credentials who is to be admitted
	 * @throws SQLException if nobody is, or that cannot be found out, whatever the driver
	 * throws
	 */
	void check(HikariDataSource pool, Credentials credentials) throws SQLException {
		FutureTask<Void> before = this.unanswered.get(pool);
		if (before != null && !before.isDone()) {
			throw new SQLTimeoutException("The login before has no answer yet", "08001");
		}
		FutureTask<Void> login = new FutureTask<>(() -> {
			Login.check(pool, credentials);
			return null;
		});
		this.unanswered.put(pool, login);
		Thread thread = new Thread(login, "mainstay-secrets-login");
		thread.setDaemon(true);
		thread.start();
		await(login, Math.min(PATIENCE, pool.getConnectionTimeout()));
		this.unanswered.remove(pool);
	}

	private static void await(FutureTask<Void> login, long millis) throws SQLException {
		try {
			login.get(millis, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			throw new SQLTimeoutException("The database does not answer", "08001", ex);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof SQLException refused) ? refused : new SQLException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SQLException("Interrupted", ex);
		}
	}

}
